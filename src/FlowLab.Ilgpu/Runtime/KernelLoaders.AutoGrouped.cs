namespace ILGPU.Runtime;

public static partial class KernelLoaders
{
    /// <summary>
    /// Loads the static method behind <paramref name="action"/> as a kernel over an index space, in groups that the device chooses; the result launches it
    /// with stream, extent and arguments.
    /// </summary>
    /// <exception cref="NotSupportedException">The method does what kernels may not do; the message says what, where and why, with a number.</exception>
    /// <exception cref="ObjectDisposedException">The accelerator was disposed.</exception>
    public static Action<AcceleratorStream, TIndex, T1> LoadAutoGroupedKernel<TIndex, T1>(
        this Accelerator accelerator, Action<TIndex, T1> action)
        where TIndex : struct, IIndex where T1 : struct =>
        LoadAutoGroupedKernel(accelerator, action, out _);

    /// <inheritdoc cref="LoadAutoGroupedKernel{TIndex, T1}(Accelerator, Action{TIndex, T1})"/>
    public static Action<AcceleratorStream, TIndex, T1> LoadAutoGroupedKernel<TIndex, T1>(
        this Accelerator accelerator, Action<TIndex, T1> action, out KernelInfo kernelInfo)
        where TIndex : struct, IIndex where T1 : struct
    {
        var launcher = LoadIndexed<ValueTuple<T1>>(accelerator, action, out kernelInfo);
        return (stream, extent, arg1) => launcher.Launch(stream, LaunchDimensions.Of(extent), new(arg1));
    }

    /// <inheritdoc cref="LoadAutoGroupedKernel{TIndex, T1}(Accelerator, Action{TIndex, T1})"/>
    public static Action<AcceleratorStream, TIndex, T1, T2> LoadAutoGroupedKernel<TIndex, T1, T2>(
        this Accelerator accelerator, Action<TIndex, T1, T2> action)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct =>
        LoadAutoGroupedKernel(accelerator, action, out _);

    /// <inheritdoc cref="LoadAutoGroupedKernel{TIndex, T1}(Accelerator, Action{TIndex, T1})"/>
    public static Action<AcceleratorStream, TIndex, T1, T2> LoadAutoGroupedKernel<TIndex, T1, T2>(
        this Accelerator accelerator, Action<TIndex, T1, T2> action, out KernelInfo kernelInfo)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct
    {
        var launcher = LoadIndexed<(T1, T2)>(accelerator, action, out kernelInfo);
        return (stream, extent, arg1, arg2) => launcher.Launch(stream, LaunchDimensions.Of(extent), (arg1, arg2));
    }

    /// <inheritdoc cref="LoadAutoGroupedKernel{TIndex, T1}(Accelerator, Action{TIndex, T1})"/>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3> LoadAutoGroupedKernel<TIndex, T1, T2, T3>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3> action)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct =>
        LoadAutoGroupedKernel(accelerator, action, out _);

    /// <inheritdoc cref="LoadAutoGroupedKernel{TIndex, T1}(Accelerator, Action{TIndex, T1})"/>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3> LoadAutoGroupedKernel<TIndex, T1, T2, T3>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3> action, out KernelInfo kernelInfo)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct
    {
        var launcher = LoadIndexed<(T1, T2, T3)>(accelerator, action, out kernelInfo);
        return (stream, extent, arg1, arg2, arg3) => launcher.Launch(stream, LaunchDimensions.Of(extent), (arg1, arg2, arg3));
    }

    /// <inheritdoc cref="LoadAutoGroupedKernel{TIndex, T1}(Accelerator, Action{TIndex, T1})"/>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4> LoadAutoGroupedKernel<TIndex, T1, T2, T3, T4>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4> action)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct =>
        LoadAutoGroupedKernel(accelerator, action, out _);

    /// <inheritdoc cref="LoadAutoGroupedKernel{TIndex, T1}(Accelerator, Action{TIndex, T1})"/>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4> LoadAutoGroupedKernel<TIndex, T1, T2, T3, T4>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4> action, out KernelInfo kernelInfo)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct
    {
        var launcher = LoadIndexed<(T1, T2, T3, T4)>(accelerator, action, out kernelInfo);
        return (stream, extent, arg1, arg2, arg3, arg4) => launcher.Launch(stream, LaunchDimensions.Of(extent), (arg1, arg2, arg3, arg4));
    }

    /// <inheritdoc cref="LoadAutoGroupedKernel{TIndex, T1}(Accelerator, Action{TIndex, T1})"/>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5> LoadAutoGroupedKernel<TIndex, T1, T2, T3, T4, T5>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5> action)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct =>
        LoadAutoGroupedKernel(accelerator, action, out _);

    /// <inheritdoc cref="LoadAutoGroupedKernel{TIndex, T1}(Accelerator, Action{TIndex, T1})"/>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5> LoadAutoGroupedKernel<TIndex, T1, T2, T3, T4, T5>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5> action, out KernelInfo kernelInfo)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct
    {
        var launcher = LoadIndexed<(T1, T2, T3, T4, T5)>(accelerator, action, out kernelInfo);
        return (stream, extent, arg1, arg2, arg3, arg4, arg5) => launcher.Launch(stream, LaunchDimensions.Of(extent), (arg1, arg2, arg3, arg4, arg5));
    }

    /// <inheritdoc cref="LoadAutoGroupedKernel{TIndex, T1}(Accelerator, Action{TIndex, T1})"/>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5, T6> LoadAutoGroupedKernel<TIndex, T1, T2, T3, T4, T5, T6>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6> action)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct =>
        LoadAutoGroupedKernel(accelerator, action, out _);

    /// <inheritdoc cref="LoadAutoGroupedKernel{TIndex, T1}(Accelerator, Action{TIndex, T1})"/>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5, T6> LoadAutoGroupedKernel<TIndex, T1, T2, T3, T4, T5, T6>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6> action, out KernelInfo kernelInfo)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct
    {
        var launcher = LoadIndexed<(T1, T2, T3, T4, T5, T6)>(accelerator, action, out kernelInfo);
        return (stream, extent, arg1, arg2, arg3, arg4, arg5, arg6) => launcher.Launch(stream, LaunchDimensions.Of(extent), (arg1, arg2, arg3, arg4, arg5, arg6));
    }

    /// <inheritdoc cref="LoadAutoGroupedKernel{TIndex, T1}(Accelerator, Action{TIndex, T1})"/>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5, T6, T7> LoadAutoGroupedKernel<TIndex, T1, T2, T3, T4, T5, T6, T7>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7> action)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct =>
        LoadAutoGroupedKernel(accelerator, action, out _);

    /// <inheritdoc cref="LoadAutoGroupedKernel{TIndex, T1}(Accelerator, Action{TIndex, T1})"/>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5, T6, T7> LoadAutoGroupedKernel<TIndex, T1, T2, T3, T4, T5, T6, T7>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7> action, out KernelInfo kernelInfo)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct
    {
        var launcher = LoadIndexed<(T1, T2, T3, T4, T5, T6, T7)>(accelerator, action, out kernelInfo);
        return (stream, extent, arg1, arg2, arg3, arg4, arg5, arg6, arg7) => launcher.Launch(stream, LaunchDimensions.Of(extent), (arg1, arg2, arg3, arg4, arg5, arg6, arg7));
    }

    /// <inheritdoc cref="LoadAutoGroupedKernel{TIndex, T1}(Accelerator, Action{TIndex, T1})"/>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5, T6, T7, T8> LoadAutoGroupedKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8> action)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct =>
        LoadAutoGroupedKernel(accelerator, action, out _);

    /// <inheritdoc cref="LoadAutoGroupedKernel{TIndex, T1}(Accelerator, Action{TIndex, T1})"/>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5, T6, T7, T8> LoadAutoGroupedKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8> action, out KernelInfo kernelInfo)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct
    {
        var launcher = LoadIndexed<(T1, T2, T3, T4, T5, T6, T7, T8)>(accelerator, action, out kernelInfo);
        return (stream, extent, arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8) => launcher.Launch(stream, LaunchDimensions.Of(extent), (arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8));
    }

    /// <inheritdoc cref="LoadAutoGroupedKernel{TIndex, T1}(Accelerator, Action{TIndex, T1})"/>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9> LoadAutoGroupedKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9> action)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct =>
        LoadAutoGroupedKernel(accelerator, action, out _);

    /// <inheritdoc cref="LoadAutoGroupedKernel{TIndex, T1}(Accelerator, Action{TIndex, T1})"/>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9> LoadAutoGroupedKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9> action, out KernelInfo kernelInfo)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct
    {
        var launcher = LoadIndexed<(T1, T2, T3, T4, T5, T6, T7, T8, T9)>(accelerator, action, out kernelInfo);
        return (stream, extent, arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9) => launcher.Launch(stream, LaunchDimensions.Of(extent), (arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9));
    }

    /// <inheritdoc cref="LoadAutoGroupedKernel{TIndex, T1}(Accelerator, Action{TIndex, T1})"/>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10> LoadAutoGroupedKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10> action)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct =>
        LoadAutoGroupedKernel(accelerator, action, out _);

    /// <inheritdoc cref="LoadAutoGroupedKernel{TIndex, T1}(Accelerator, Action{TIndex, T1})"/>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10> LoadAutoGroupedKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10> action, out KernelInfo kernelInfo)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct
    {
        var launcher = LoadIndexed<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10)>(accelerator, action, out kernelInfo);
        return (stream, extent, arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10) => launcher.Launch(stream, LaunchDimensions.Of(extent), (arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10));
    }

    /// <inheritdoc cref="LoadAutoGroupedKernel{TIndex, T1}(Accelerator, Action{TIndex, T1})"/>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11> LoadAutoGroupedKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11> action)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct =>
        LoadAutoGroupedKernel(accelerator, action, out _);

    /// <inheritdoc cref="LoadAutoGroupedKernel{TIndex, T1}(Accelerator, Action{TIndex, T1})"/>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11> LoadAutoGroupedKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11> action, out KernelInfo kernelInfo)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct
    {
        var launcher = LoadIndexed<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11)>(accelerator, action, out kernelInfo);
        return (stream, extent, arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10, arg11) => launcher.Launch(stream, LaunchDimensions.Of(extent), (arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10, arg11));
    }

    /// <inheritdoc cref="LoadAutoGroupedKernel{TIndex, T1}(Accelerator, Action{TIndex, T1})"/>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12> LoadAutoGroupedKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12> action)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct =>
        LoadAutoGroupedKernel(accelerator, action, out _);

    /// <inheritdoc cref="LoadAutoGroupedKernel{TIndex, T1}(Accelerator, Action{TIndex, T1})"/>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12> LoadAutoGroupedKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12> action, out KernelInfo kernelInfo)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct
    {
        var launcher = LoadIndexed<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12)>(accelerator, action, out kernelInfo);
        return (stream, extent, arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10, arg11, arg12) => launcher.Launch(stream, LaunchDimensions.Of(extent), (arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10, arg11, arg12));
    }

    /// <inheritdoc cref="LoadAutoGroupedKernel{TIndex, T1}(Accelerator, Action{TIndex, T1})"/>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13> LoadAutoGroupedKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13> action)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct where T13 : struct =>
        LoadAutoGroupedKernel(accelerator, action, out _);

    /// <inheritdoc cref="LoadAutoGroupedKernel{TIndex, T1}(Accelerator, Action{TIndex, T1})"/>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13> LoadAutoGroupedKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13> action, out KernelInfo kernelInfo)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct where T13 : struct
    {
        var launcher = LoadIndexed<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13)>(accelerator, action, out kernelInfo);
        return (stream, extent, arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10, arg11, arg12, arg13) => launcher.Launch(stream, LaunchDimensions.Of(extent), (arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10, arg11, arg12, arg13));
    }

    /// <inheritdoc cref="LoadAutoGroupedKernel{TIndex, T1}(Accelerator, Action{TIndex, T1})"/>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14> LoadAutoGroupedKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14> action)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct where T13 : struct where T14 : struct =>
        LoadAutoGroupedKernel(accelerator, action, out _);

    /// <inheritdoc cref="LoadAutoGroupedKernel{TIndex, T1}(Accelerator, Action{TIndex, T1})"/>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14> LoadAutoGroupedKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14> action, out KernelInfo kernelInfo)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct where T13 : struct where T14 : struct
    {
        var launcher = LoadIndexed<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14)>(accelerator, action, out kernelInfo);
        return (stream, extent, arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10, arg11, arg12, arg13, arg14) => launcher.Launch(stream, LaunchDimensions.Of(extent), (arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10, arg11, arg12, arg13, arg14));
    }
}
