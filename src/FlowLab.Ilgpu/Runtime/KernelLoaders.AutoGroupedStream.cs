namespace ILGPU.Runtime;

public static partial class KernelLoaders
{
    /// <summary>
    /// Loads the static method behind <paramref name="action"/> as a kernel over an index space, in groups that the device chooses; the result launches it
    /// with extent and arguments, on the default stream.
    /// </summary>
    /// <exception cref="NotSupportedException">The method does what kernels may not do; the message says what, where and why, with a number.</exception>
    /// <exception cref="ObjectDisposedException">The accelerator was disposed.</exception>
    public static Action<TIndex, T1> LoadAutoGroupedStreamKernel<TIndex, T1>(
        this Accelerator accelerator, Action<TIndex, T1> action)
        where TIndex : struct, IIndex where T1 : struct =>
        LoadAutoGroupedStreamKernel(accelerator, action, out _);

    /// <inheritdoc cref="LoadAutoGroupedStreamKernel{TIndex, T1}(Accelerator, Action{TIndex, T1})"/>
    public static Action<TIndex, T1> LoadAutoGroupedStreamKernel<TIndex, T1>(
        this Accelerator accelerator, Action<TIndex, T1> action, out KernelInfo kernelInfo)
        where TIndex : struct, IIndex where T1 : struct
    {
        var launcher = LoadIndexed<ValueTuple<T1>>(accelerator, action, out kernelInfo);
        return (extent, arg1) => launcher.Launch(LaunchDimensions.Of(extent), new(arg1));
    }

    /// <inheritdoc cref="LoadAutoGroupedStreamKernel{TIndex, T1}(Accelerator, Action{TIndex, T1})"/>
    public static Action<TIndex, T1, T2> LoadAutoGroupedStreamKernel<TIndex, T1, T2>(
        this Accelerator accelerator, Action<TIndex, T1, T2> action)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct =>
        LoadAutoGroupedStreamKernel(accelerator, action, out _);

    /// <inheritdoc cref="LoadAutoGroupedStreamKernel{TIndex, T1}(Accelerator, Action{TIndex, T1})"/>
    public static Action<TIndex, T1, T2> LoadAutoGroupedStreamKernel<TIndex, T1, T2>(
        this Accelerator accelerator, Action<TIndex, T1, T2> action, out KernelInfo kernelInfo)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct
    {
        var launcher = LoadIndexed<(T1, T2)>(accelerator, action, out kernelInfo);
        return (extent, arg1, arg2) => launcher.Launch(LaunchDimensions.Of(extent), (arg1, arg2));
    }

    /// <inheritdoc cref="LoadAutoGroupedStreamKernel{TIndex, T1}(Accelerator, Action{TIndex, T1})"/>
    public static Action<TIndex, T1, T2, T3> LoadAutoGroupedStreamKernel<TIndex, T1, T2, T3>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3> action)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct =>
        LoadAutoGroupedStreamKernel(accelerator, action, out _);

    /// <inheritdoc cref="LoadAutoGroupedStreamKernel{TIndex, T1}(Accelerator, Action{TIndex, T1})"/>
    public static Action<TIndex, T1, T2, T3> LoadAutoGroupedStreamKernel<TIndex, T1, T2, T3>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3> action, out KernelInfo kernelInfo)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct
    {
        var launcher = LoadIndexed<(T1, T2, T3)>(accelerator, action, out kernelInfo);
        return (extent, arg1, arg2, arg3) => launcher.Launch(LaunchDimensions.Of(extent), (arg1, arg2, arg3));
    }

    /// <inheritdoc cref="LoadAutoGroupedStreamKernel{TIndex, T1}(Accelerator, Action{TIndex, T1})"/>
    public static Action<TIndex, T1, T2, T3, T4> LoadAutoGroupedStreamKernel<TIndex, T1, T2, T3, T4>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4> action)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct =>
        LoadAutoGroupedStreamKernel(accelerator, action, out _);

    /// <inheritdoc cref="LoadAutoGroupedStreamKernel{TIndex, T1}(Accelerator, Action{TIndex, T1})"/>
    public static Action<TIndex, T1, T2, T3, T4> LoadAutoGroupedStreamKernel<TIndex, T1, T2, T3, T4>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4> action, out KernelInfo kernelInfo)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct
    {
        var launcher = LoadIndexed<(T1, T2, T3, T4)>(accelerator, action, out kernelInfo);
        return (extent, arg1, arg2, arg3, arg4) => launcher.Launch(LaunchDimensions.Of(extent), (arg1, arg2, arg3, arg4));
    }

    /// <inheritdoc cref="LoadAutoGroupedStreamKernel{TIndex, T1}(Accelerator, Action{TIndex, T1})"/>
    public static Action<TIndex, T1, T2, T3, T4, T5> LoadAutoGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5> action)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct =>
        LoadAutoGroupedStreamKernel(accelerator, action, out _);

    /// <inheritdoc cref="LoadAutoGroupedStreamKernel{TIndex, T1}(Accelerator, Action{TIndex, T1})"/>
    public static Action<TIndex, T1, T2, T3, T4, T5> LoadAutoGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5> action, out KernelInfo kernelInfo)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct
    {
        var launcher = LoadIndexed<(T1, T2, T3, T4, T5)>(accelerator, action, out kernelInfo);
        return (extent, arg1, arg2, arg3, arg4, arg5) => launcher.Launch(LaunchDimensions.Of(extent), (arg1, arg2, arg3, arg4, arg5));
    }

    /// <inheritdoc cref="LoadAutoGroupedStreamKernel{TIndex, T1}(Accelerator, Action{TIndex, T1})"/>
    public static Action<TIndex, T1, T2, T3, T4, T5, T6> LoadAutoGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5, T6>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6> action)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct =>
        LoadAutoGroupedStreamKernel(accelerator, action, out _);

    /// <inheritdoc cref="LoadAutoGroupedStreamKernel{TIndex, T1}(Accelerator, Action{TIndex, T1})"/>
    public static Action<TIndex, T1, T2, T3, T4, T5, T6> LoadAutoGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5, T6>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6> action, out KernelInfo kernelInfo)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct
    {
        var launcher = LoadIndexed<(T1, T2, T3, T4, T5, T6)>(accelerator, action, out kernelInfo);
        return (extent, arg1, arg2, arg3, arg4, arg5, arg6) => launcher.Launch(LaunchDimensions.Of(extent), (arg1, arg2, arg3, arg4, arg5, arg6));
    }

    /// <inheritdoc cref="LoadAutoGroupedStreamKernel{TIndex, T1}(Accelerator, Action{TIndex, T1})"/>
    public static Action<TIndex, T1, T2, T3, T4, T5, T6, T7> LoadAutoGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5, T6, T7>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7> action)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct =>
        LoadAutoGroupedStreamKernel(accelerator, action, out _);

    /// <inheritdoc cref="LoadAutoGroupedStreamKernel{TIndex, T1}(Accelerator, Action{TIndex, T1})"/>
    public static Action<TIndex, T1, T2, T3, T4, T5, T6, T7> LoadAutoGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5, T6, T7>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7> action, out KernelInfo kernelInfo)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct
    {
        var launcher = LoadIndexed<(T1, T2, T3, T4, T5, T6, T7)>(accelerator, action, out kernelInfo);
        return (extent, arg1, arg2, arg3, arg4, arg5, arg6, arg7) => launcher.Launch(LaunchDimensions.Of(extent), (arg1, arg2, arg3, arg4, arg5, arg6, arg7));
    }

    /// <inheritdoc cref="LoadAutoGroupedStreamKernel{TIndex, T1}(Accelerator, Action{TIndex, T1})"/>
    public static Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8> LoadAutoGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8> action)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct =>
        LoadAutoGroupedStreamKernel(accelerator, action, out _);

    /// <inheritdoc cref="LoadAutoGroupedStreamKernel{TIndex, T1}(Accelerator, Action{TIndex, T1})"/>
    public static Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8> LoadAutoGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8> action, out KernelInfo kernelInfo)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct
    {
        var launcher = LoadIndexed<(T1, T2, T3, T4, T5, T6, T7, T8)>(accelerator, action, out kernelInfo);
        return (extent, arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8) => launcher.Launch(LaunchDimensions.Of(extent), (arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8));
    }

    /// <inheritdoc cref="LoadAutoGroupedStreamKernel{TIndex, T1}(Accelerator, Action{TIndex, T1})"/>
    public static Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9> LoadAutoGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9> action)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct =>
        LoadAutoGroupedStreamKernel(accelerator, action, out _);

    /// <inheritdoc cref="LoadAutoGroupedStreamKernel{TIndex, T1}(Accelerator, Action{TIndex, T1})"/>
    public static Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9> LoadAutoGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9> action, out KernelInfo kernelInfo)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct
    {
        var launcher = LoadIndexed<(T1, T2, T3, T4, T5, T6, T7, T8, T9)>(accelerator, action, out kernelInfo);
        return (extent, arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9) => launcher.Launch(LaunchDimensions.Of(extent), (arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9));
    }

    /// <inheritdoc cref="LoadAutoGroupedStreamKernel{TIndex, T1}(Accelerator, Action{TIndex, T1})"/>
    public static Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10> LoadAutoGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10> action)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct =>
        LoadAutoGroupedStreamKernel(accelerator, action, out _);

    /// <inheritdoc cref="LoadAutoGroupedStreamKernel{TIndex, T1}(Accelerator, Action{TIndex, T1})"/>
    public static Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10> LoadAutoGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10> action, out KernelInfo kernelInfo)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct
    {
        var launcher = LoadIndexed<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10)>(accelerator, action, out kernelInfo);
        return (extent, arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10) => launcher.Launch(LaunchDimensions.Of(extent), (arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10));
    }

    /// <inheritdoc cref="LoadAutoGroupedStreamKernel{TIndex, T1}(Accelerator, Action{TIndex, T1})"/>
    public static Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11> LoadAutoGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11> action)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct =>
        LoadAutoGroupedStreamKernel(accelerator, action, out _);

    /// <inheritdoc cref="LoadAutoGroupedStreamKernel{TIndex, T1}(Accelerator, Action{TIndex, T1})"/>
    public static Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11> LoadAutoGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11> action, out KernelInfo kernelInfo)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct
    {
        var launcher = LoadIndexed<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11)>(accelerator, action, out kernelInfo);
        return (extent, arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10, arg11) => launcher.Launch(LaunchDimensions.Of(extent), (arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10, arg11));
    }

    /// <inheritdoc cref="LoadAutoGroupedStreamKernel{TIndex, T1}(Accelerator, Action{TIndex, T1})"/>
    public static Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12> LoadAutoGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12> action)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct =>
        LoadAutoGroupedStreamKernel(accelerator, action, out _);

    /// <inheritdoc cref="LoadAutoGroupedStreamKernel{TIndex, T1}(Accelerator, Action{TIndex, T1})"/>
    public static Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12> LoadAutoGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12> action, out KernelInfo kernelInfo)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct
    {
        var launcher = LoadIndexed<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12)>(accelerator, action, out kernelInfo);
        return (extent, arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10, arg11, arg12) => launcher.Launch(LaunchDimensions.Of(extent), (arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10, arg11, arg12));
    }

    /// <inheritdoc cref="LoadAutoGroupedStreamKernel{TIndex, T1}(Accelerator, Action{TIndex, T1})"/>
    public static Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13> LoadAutoGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13> action)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct where T13 : struct =>
        LoadAutoGroupedStreamKernel(accelerator, action, out _);

    /// <inheritdoc cref="LoadAutoGroupedStreamKernel{TIndex, T1}(Accelerator, Action{TIndex, T1})"/>
    public static Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13> LoadAutoGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13> action, out KernelInfo kernelInfo)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct where T13 : struct
    {
        var launcher = LoadIndexed<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13)>(accelerator, action, out kernelInfo);
        return (extent, arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10, arg11, arg12, arg13) => launcher.Launch(LaunchDimensions.Of(extent), (arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10, arg11, arg12, arg13));
    }

    /// <inheritdoc cref="LoadAutoGroupedStreamKernel{TIndex, T1}(Accelerator, Action{TIndex, T1})"/>
    public static Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14> LoadAutoGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14> action)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct where T13 : struct where T14 : struct =>
        LoadAutoGroupedStreamKernel(accelerator, action, out _);

    /// <inheritdoc cref="LoadAutoGroupedStreamKernel{TIndex, T1}(Accelerator, Action{TIndex, T1})"/>
    public static Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14> LoadAutoGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14> action, out KernelInfo kernelInfo)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct where T13 : struct where T14 : struct
    {
        var launcher = LoadIndexed<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14)>(accelerator, action, out kernelInfo);
        return (extent, arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10, arg11, arg12, arg13, arg14) => launcher.Launch(LaunchDimensions.Of(extent), (arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10, arg11, arg12, arg13, arg14));
    }
}
