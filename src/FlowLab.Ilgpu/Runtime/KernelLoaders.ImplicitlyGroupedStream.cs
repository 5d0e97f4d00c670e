namespace ILGPU.Runtime;

public static partial class KernelLoaders
{
    /// <summary>
    /// Loads the static method behind <paramref name="action"/> as a kernel over an index space, in groups of a chosen size; the result launches it
    /// with extent and arguments, on the default stream.
    /// </summary>
    /// <exception cref="NotSupportedException">The method does what kernels may not do; the message says what, where and why, with a number.</exception>
    /// <exception cref="ObjectDisposedException">The accelerator was disposed.</exception>
    public static Action<TIndex, T1> LoadImplicitlyGroupedStreamKernel<TIndex, T1>(
        this Accelerator accelerator, Action<TIndex, T1> action, int customGroupSize)
        where TIndex : struct, IIndex where T1 : struct =>
        LoadImplicitlyGroupedStreamKernel(accelerator, action, customGroupSize, out _);

    /// <inheritdoc cref="LoadImplicitlyGroupedStreamKernel{TIndex, T1}(Accelerator, Action{TIndex, T1}, int)"/>
    public static Action<TIndex, T1> LoadImplicitlyGroupedStreamKernel<TIndex, T1>(
        this Accelerator accelerator, Action<TIndex, T1> action, int customGroupSize, out KernelInfo kernelInfo)
        where TIndex : struct, IIndex where T1 : struct
    {
        var launcher = LoadInGroups<ValueTuple<T1>>(accelerator, action, customGroupSize, out kernelInfo);
        return (extent, arg1) => launcher.Launch(LaunchDimensions.Of(extent), new(arg1));
    }

    /// <inheritdoc cref="LoadImplicitlyGroupedStreamKernel{TIndex, T1}(Accelerator, Action{TIndex, T1}, int)"/>
    public static Action<TIndex, T1, T2> LoadImplicitlyGroupedStreamKernel<TIndex, T1, T2>(
        this Accelerator accelerator, Action<TIndex, T1, T2> action, int customGroupSize)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct =>
        LoadImplicitlyGroupedStreamKernel(accelerator, action, customGroupSize, out _);

    /// <inheritdoc cref="LoadImplicitlyGroupedStreamKernel{TIndex, T1}(Accelerator, Action{TIndex, T1}, int)"/>
    public static Action<TIndex, T1, T2> LoadImplicitlyGroupedStreamKernel<TIndex, T1, T2>(
        this Accelerator accelerator, Action<TIndex, T1, T2> action, int customGroupSize, out KernelInfo kernelInfo)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct
    {
        var launcher = LoadInGroups<(T1, T2)>(accelerator, action, customGroupSize, out kernelInfo);
        return (extent, arg1, arg2) => launcher.Launch(LaunchDimensions.Of(extent), (arg1, arg2));
    }

    /// <inheritdoc cref="LoadImplicitlyGroupedStreamKernel{TIndex, T1}(Accelerator, Action{TIndex, T1}, int)"/>
    public static Action<TIndex, T1, T2, T3> LoadImplicitlyGroupedStreamKernel<TIndex, T1, T2, T3>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3> action, int customGroupSize)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct =>
        LoadImplicitlyGroupedStreamKernel(accelerator, action, customGroupSize, out _);

    /// <inheritdoc cref="LoadImplicitlyGroupedStreamKernel{TIndex, T1}(Accelerator, Action{TIndex, T1}, int)"/>
    public static Action<TIndex, T1, T2, T3> LoadImplicitlyGroupedStreamKernel<TIndex, T1, T2, T3>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3> action, int customGroupSize, out KernelInfo kernelInfo)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct
    {
        var launcher = LoadInGroups<(T1, T2, T3)>(accelerator, action, customGroupSize, out kernelInfo);
        return (extent, arg1, arg2, arg3) => launcher.Launch(LaunchDimensions.Of(extent), (arg1, arg2, arg3));
    }

    /// <inheritdoc cref="LoadImplicitlyGroupedStreamKernel{TIndex, T1}(Accelerator, Action{TIndex, T1}, int)"/>
    public static Action<TIndex, T1, T2, T3, T4> LoadImplicitlyGroupedStreamKernel<TIndex, T1, T2, T3, T4>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4> action, int customGroupSize)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct =>
        LoadImplicitlyGroupedStreamKernel(accelerator, action, customGroupSize, out _);

    /// <inheritdoc cref="LoadImplicitlyGroupedStreamKernel{TIndex, T1}(Accelerator, Action{TIndex, T1}, int)"/>
    public static Action<TIndex, T1, T2, T3, T4> LoadImplicitlyGroupedStreamKernel<TIndex, T1, T2, T3, T4>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4> action, int customGroupSize, out KernelInfo kernelInfo)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct
    {
        var launcher = LoadInGroups<(T1, T2, T3, T4)>(accelerator, action, customGroupSize, out kernelInfo);
        return (extent, arg1, arg2, arg3, arg4) => launcher.Launch(LaunchDimensions.Of(extent), (arg1, arg2, arg3, arg4));
    }

    /// <inheritdoc cref="LoadImplicitlyGroupedStreamKernel{TIndex, T1}(Accelerator, Action{TIndex, T1}, int)"/>
    public static Action<TIndex, T1, T2, T3, T4, T5> LoadImplicitlyGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5> action, int customGroupSize)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct =>
        LoadImplicitlyGroupedStreamKernel(accelerator, action, customGroupSize, out _);

    /// <inheritdoc cref="LoadImplicitlyGroupedStreamKernel{TIndex, T1}(Accelerator, Action{TIndex, T1}, int)"/>
    public static Action<TIndex, T1, T2, T3, T4, T5> LoadImplicitlyGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5> action, int customGroupSize, out KernelInfo kernelInfo)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct
    {
        var launcher = LoadInGroups<(T1, T2, T3, T4, T5)>(accelerator, action, customGroupSize, out kernelInfo);
        return (extent, arg1, arg2, arg3, arg4, arg5) => launcher.Launch(LaunchDimensions.Of(extent), (arg1, arg2, arg3, arg4, arg5));
    }

    /// <inheritdoc cref="LoadImplicitlyGroupedStreamKernel{TIndex, T1}(Accelerator, Action{TIndex, T1}, int)"/>
    public static Action<TIndex, T1, T2, T3, T4, T5, T6> LoadImplicitlyGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5, T6>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6> action, int customGroupSize)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct =>
        LoadImplicitlyGroupedStreamKernel(accelerator, action, customGroupSize, out _);

    /// <inheritdoc cref="LoadImplicitlyGroupedStreamKernel{TIndex, T1}(Accelerator, Action{TIndex, T1}, int)"/>
    public static Action<TIndex, T1, T2, T3, T4, T5, T6> LoadImplicitlyGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5, T6>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6> action, int customGroupSize, out KernelInfo kernelInfo)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct
    {
        var launcher = LoadInGroups<(T1, T2, T3, T4, T5, T6)>(accelerator, action, customGroupSize, out kernelInfo);
        return (extent, arg1, arg2, arg3, arg4, arg5, arg6) => launcher.Launch(LaunchDimensions.Of(extent), (arg1, arg2, arg3, arg4, arg5, arg6));
    }

    /// <inheritdoc cref="LoadImplicitlyGroupedStreamKernel{TIndex, T1}(Accelerator, Action{TIndex, T1}, int)"/>
    public static Action<TIndex, T1, T2, T3, T4, T5, T6, T7> LoadImplicitlyGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5, T6, T7>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7> action, int customGroupSize)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct =>
        LoadImplicitlyGroupedStreamKernel(accelerator, action, customGroupSize, out _);

    /// <inheritdoc cref="LoadImplicitlyGroupedStreamKernel{TIndex, T1}(Accelerator, Action{TIndex, T1}, int)"/>
    public static Action<TIndex, T1, T2, T3, T4, T5, T6, T7> LoadImplicitlyGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5, T6, T7>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7> action, int customGroupSize, out KernelInfo kernelInfo)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct
    {
        var launcher = LoadInGroups<(T1, T2, T3, T4, T5, T6, T7)>(accelerator, action, customGroupSize, out kernelInfo);
        return (extent, arg1, arg2, arg3, arg4, arg5, arg6, arg7) => launcher.Launch(LaunchDimensions.Of(extent), (arg1, arg2, arg3, arg4, arg5, arg6, arg7));
    }

    /// <inheritdoc cref="LoadImplicitlyGroupedStreamKernel{TIndex, T1}(Accelerator, Action{TIndex, T1}, int)"/>
    public static Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8> LoadImplicitlyGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8> action, int customGroupSize)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct =>
        LoadImplicitlyGroupedStreamKernel(accelerator, action, customGroupSize, out _);

    /// <inheritdoc cref="LoadImplicitlyGroupedStreamKernel{TIndex, T1}(Accelerator, Action{TIndex, T1}, int)"/>
    public static Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8> LoadImplicitlyGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8> action, int customGroupSize, out KernelInfo kernelInfo)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct
    {
        var launcher = LoadInGroups<(T1, T2, T3, T4, T5, T6, T7, T8)>(accelerator, action, customGroupSize, out kernelInfo);
        return (extent, arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8) => launcher.Launch(LaunchDimensions.Of(extent), (arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8));
    }

    /// <inheritdoc cref="LoadImplicitlyGroupedStreamKernel{TIndex, T1}(Accelerator, Action{TIndex, T1}, int)"/>
    public static Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9> LoadImplicitlyGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9> action, int customGroupSize)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct =>
        LoadImplicitlyGroupedStreamKernel(accelerator, action, customGroupSize, out _);

    /// <inheritdoc cref="LoadImplicitlyGroupedStreamKernel{TIndex, T1}(Accelerator, Action{TIndex, T1}, int)"/>
    public static Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9> LoadImplicitlyGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9> action, int customGroupSize, out KernelInfo kernelInfo)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct
    {
        var launcher = LoadInGroups<(T1, T2, T3, T4, T5, T6, T7, T8, T9)>(accelerator, action, customGroupSize, out kernelInfo);
        return (extent, arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9) => launcher.Launch(LaunchDimensions.Of(extent), (arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9));
    }

    /// <inheritdoc cref="LoadImplicitlyGroupedStreamKernel{TIndex, T1}(Accelerator, Action{TIndex, T1}, int)"/>
    public static Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10> LoadImplicitlyGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10> action, int customGroupSize)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct =>
        LoadImplicitlyGroupedStreamKernel(accelerator, action, customGroupSize, out _);

    /// <inheritdoc cref="LoadImplicitlyGroupedStreamKernel{TIndex, T1}(Accelerator, Action{TIndex, T1}, int)"/>
    public static Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10> LoadImplicitlyGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10> action, int customGroupSize, out KernelInfo kernelInfo)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct
    {
        var launcher = LoadInGroups<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10)>(accelerator, action, customGroupSize, out kernelInfo);
        return (extent, arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10) => launcher.Launch(LaunchDimensions.Of(extent), (arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10));
    }

    /// <inheritdoc cref="LoadImplicitlyGroupedStreamKernel{TIndex, T1}(Accelerator, Action{TIndex, T1}, int)"/>
    public static Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11> LoadImplicitlyGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11> action, int customGroupSize)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct =>
        LoadImplicitlyGroupedStreamKernel(accelerator, action, customGroupSize, out _);

    /// <inheritdoc cref="LoadImplicitlyGroupedStreamKernel{TIndex, T1}(Accelerator, Action{TIndex, T1}, int)"/>
    public static Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11> LoadImplicitlyGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11> action, int customGroupSize, out KernelInfo kernelInfo)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct
    {
        var launcher = LoadInGroups<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11)>(accelerator, action, customGroupSize, out kernelInfo);
        return (extent, arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10, arg11) => launcher.Launch(LaunchDimensions.Of(extent), (arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10, arg11));
    }

    /// <inheritdoc cref="LoadImplicitlyGroupedStreamKernel{TIndex, T1}(Accelerator, Action{TIndex, T1}, int)"/>
    public static Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12> LoadImplicitlyGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12> action, int customGroupSize)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct =>
        LoadImplicitlyGroupedStreamKernel(accelerator, action, customGroupSize, out _);

    /// <inheritdoc cref="LoadImplicitlyGroupedStreamKernel{TIndex, T1}(Accelerator, Action{TIndex, T1}, int)"/>
    public static Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12> LoadImplicitlyGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12> action, int customGroupSize, out KernelInfo kernelInfo)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct
    {
        var launcher = LoadInGroups<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12)>(accelerator, action, customGroupSize, out kernelInfo);
        return (extent, arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10, arg11, arg12) => launcher.Launch(LaunchDimensions.Of(extent), (arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10, arg11, arg12));
    }

    /// <inheritdoc cref="LoadImplicitlyGroupedStreamKernel{TIndex, T1}(Accelerator, Action{TIndex, T1}, int)"/>
    public static Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13> LoadImplicitlyGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13> action, int customGroupSize)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct where T13 : struct =>
        LoadImplicitlyGroupedStreamKernel(accelerator, action, customGroupSize, out _);

    /// <inheritdoc cref="LoadImplicitlyGroupedStreamKernel{TIndex, T1}(Accelerator, Action{TIndex, T1}, int)"/>
    public static Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13> LoadImplicitlyGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13> action, int customGroupSize, out KernelInfo kernelInfo)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct where T13 : struct
    {
        var launcher = LoadInGroups<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13)>(accelerator, action, customGroupSize, out kernelInfo);
        return (extent, arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10, arg11, arg12, arg13) => launcher.Launch(LaunchDimensions.Of(extent), (arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10, arg11, arg12, arg13));
    }

    /// <inheritdoc cref="LoadImplicitlyGroupedStreamKernel{TIndex, T1}(Accelerator, Action{TIndex, T1}, int)"/>
    public static Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14> LoadImplicitlyGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14> action, int customGroupSize)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct where T13 : struct where T14 : struct =>
        LoadImplicitlyGroupedStreamKernel(accelerator, action, customGroupSize, out _);

    /// <inheritdoc cref="LoadImplicitlyGroupedStreamKernel{TIndex, T1}(Accelerator, Action{TIndex, T1}, int)"/>
    public static Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14> LoadImplicitlyGroupedStreamKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14> action, int customGroupSize, out KernelInfo kernelInfo)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct where T13 : struct where T14 : struct
    {
        var launcher = LoadInGroups<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14)>(accelerator, action, customGroupSize, out kernelInfo);
        return (extent, arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10, arg11, arg12, arg13, arg14) => launcher.Launch(LaunchDimensions.Of(extent), (arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10, arg11, arg12, arg13, arg14));
    }
}
