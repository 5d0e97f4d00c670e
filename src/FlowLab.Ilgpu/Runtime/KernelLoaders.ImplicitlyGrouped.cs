namespace ILGPU.Runtime;

public static partial class KernelLoaders
{
    /// <summary>
    /// Loads the static method behind <paramref name="action"/> as a kernel over an index space, in groups of a chosen size; the result launches it
    /// with stream, extent and arguments.
    /// </summary>
    /// <exception cref="NotSupportedException">The method does what kernels may not do; the message says what, where and why, with a number.</exception>
    /// <exception cref="ObjectDisposedException">The accelerator was disposed.</exception>
    public static Action<AcceleratorStream, TIndex, T1> LoadImplicitlyGroupedKernel<TIndex, T1>(
        this Accelerator accelerator, Action<TIndex, T1> action, int customGroupSize)
        where TIndex : struct, IIndex where T1 : struct =>
        LoadImplicitlyGroupedKernel(accelerator, action, customGroupSize, out _);

    /// <inheritdoc cref="LoadImplicitlyGroupedKernel{TIndex, T1}(Accelerator, Action{TIndex, T1}, int)"/>
    public static Action<AcceleratorStream, TIndex, T1> LoadImplicitlyGroupedKernel<TIndex, T1>(
        this Accelerator accelerator, Action<TIndex, T1> action, int customGroupSize, out KernelInfo kernelInfo)
        where TIndex : struct, IIndex where T1 : struct
    {
        var launcher = LoadInGroups<ValueTuple<T1>>(accelerator, action, customGroupSize, out kernelInfo);
        return (stream, extent, arg1) => launcher.Launch(stream, LaunchDimensions.Of(extent), new(arg1));
    }

    /// <inheritdoc cref="LoadImplicitlyGroupedKernel{TIndex, T1}(Accelerator, Action{TIndex, T1}, int)"/>
    public static Action<AcceleratorStream, TIndex, T1, T2> LoadImplicitlyGroupedKernel<TIndex, T1, T2>(
        this Accelerator accelerator, Action<TIndex, T1, T2> action, int customGroupSize)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct =>
        LoadImplicitlyGroupedKernel(accelerator, action, customGroupSize, out _);

    /// <inheritdoc cref="LoadImplicitlyGroupedKernel{TIndex, T1}(Accelerator, Action{TIndex, T1}, int)"/>
    public static Action<AcceleratorStream, TIndex, T1, T2> LoadImplicitlyGroupedKernel<TIndex, T1, T2>(
        this Accelerator accelerator, Action<TIndex, T1, T2> action, int customGroupSize, out KernelInfo kernelInfo)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct
    {
        var launcher = LoadInGroups<(T1, T2)>(accelerator, action, customGroupSize, out kernelInfo);
        return (stream, extent, arg1, arg2) => launcher.Launch(stream, LaunchDimensions.Of(extent), (arg1, arg2));
    }

    /// <inheritdoc cref="LoadImplicitlyGroupedKernel{TIndex, T1}(Accelerator, Action{TIndex, T1}, int)"/>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3> LoadImplicitlyGroupedKernel<TIndex, T1, T2, T3>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3> action, int customGroupSize)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct =>
        LoadImplicitlyGroupedKernel(accelerator, action, customGroupSize, out _);

    /// <inheritdoc cref="LoadImplicitlyGroupedKernel{TIndex, T1}(Accelerator, Action{TIndex, T1}, int)"/>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3> LoadImplicitlyGroupedKernel<TIndex, T1, T2, T3>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3> action, int customGroupSize, out KernelInfo kernelInfo)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct
    {
        var launcher = LoadInGroups<(T1, T2, T3)>(accelerator, action, customGroupSize, out kernelInfo);
        return (stream, extent, arg1, arg2, arg3) => launcher.Launch(stream, LaunchDimensions.Of(extent), (arg1, arg2, arg3));
    }

    /// <inheritdoc cref="LoadImplicitlyGroupedKernel{TIndex, T1}(Accelerator, Action{TIndex, T1}, int)"/>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4> LoadImplicitlyGroupedKernel<TIndex, T1, T2, T3, T4>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4> action, int customGroupSize)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct =>
        LoadImplicitlyGroupedKernel(accelerator, action, customGroupSize, out _);

    /// <inheritdoc cref="LoadImplicitlyGroupedKernel{TIndex, T1}(Accelerator, Action{TIndex, T1}, int)"/>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4> LoadImplicitlyGroupedKernel<TIndex, T1, T2, T3, T4>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4> action, int customGroupSize, out KernelInfo kernelInfo)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct
    {
        var launcher = LoadInGroups<(T1, T2, T3, T4)>(accelerator, action, customGroupSize, out kernelInfo);
        return (stream, extent, arg1, arg2, arg3, arg4) => launcher.Launch(stream, LaunchDimensions.Of(extent), (arg1, arg2, arg3, arg4));
    }

    /// <inheritdoc cref="LoadImplicitlyGroupedKernel{TIndex, T1}(Accelerator, Action{TIndex, T1}, int)"/>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5> LoadImplicitlyGroupedKernel<TIndex, T1, T2, T3, T4, T5>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5> action, int customGroupSize)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct =>
        LoadImplicitlyGroupedKernel(accelerator, action, customGroupSize, out _);

    /// <inheritdoc cref="LoadImplicitlyGroupedKernel{TIndex, T1}(Accelerator, Action{TIndex, T1}, int)"/>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5> LoadImplicitlyGroupedKernel<TIndex, T1, T2, T3, T4, T5>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5> action, int customGroupSize, out KernelInfo kernelInfo)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct
    {
        var launcher = LoadInGroups<(T1, T2, T3, T4, T5)>(accelerator, action, customGroupSize, out kernelInfo);
        return (stream, extent, arg1, arg2, arg3, arg4, arg5) => launcher.Launch(stream, LaunchDimensions.Of(extent), (arg1, arg2, arg3, arg4, arg5));
    }

    /// <inheritdoc cref="LoadImplicitlyGroupedKernel{TIndex, T1}(Accelerator, Action{TIndex, T1}, int)"/>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5, T6> LoadImplicitlyGroupedKernel<TIndex, T1, T2, T3, T4, T5, T6>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6> action, int customGroupSize)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct =>
        LoadImplicitlyGroupedKernel(accelerator, action, customGroupSize, out _);

    /// <inheritdoc cref="LoadImplicitlyGroupedKernel{TIndex, T1}(Accelerator, Action{TIndex, T1}, int)"/>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5, T6> LoadImplicitlyGroupedKernel<TIndex, T1, T2, T3, T4, T5, T6>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6> action, int customGroupSize, out KernelInfo kernelInfo)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct
    {
        var launcher = LoadInGroups<(T1, T2, T3, T4, T5, T6)>(accelerator, action, customGroupSize, out kernelInfo);
        return (stream, extent, arg1, arg2, arg3, arg4, arg5, arg6) => launcher.Launch(stream, LaunchDimensions.Of(extent), (arg1, arg2, arg3, arg4, arg5, arg6));
    }

    /// <inheritdoc cref="LoadImplicitlyGroupedKernel{TIndex, T1}(Accelerator, Action{TIndex, T1}, int)"/>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5, T6, T7> LoadImplicitlyGroupedKernel<TIndex, T1, T2, T3, T4, T5, T6, T7>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7> action, int customGroupSize)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct =>
        LoadImplicitlyGroupedKernel(accelerator, action, customGroupSize, out _);

    /// <inheritdoc cref="LoadImplicitlyGroupedKernel{TIndex, T1}(Accelerator, Action{TIndex, T1}, int)"/>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5, T6, T7> LoadImplicitlyGroupedKernel<TIndex, T1, T2, T3, T4, T5, T6, T7>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7> action, int customGroupSize, out KernelInfo kernelInfo)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct
    {
        var launcher = LoadInGroups<(T1, T2, T3, T4, T5, T6, T7)>(accelerator, action, customGroupSize, out kernelInfo);
        return (stream, extent, arg1, arg2, arg3, arg4, arg5, arg6, arg7) => launcher.Launch(stream, LaunchDimensions.Of(extent), (arg1, arg2, arg3, arg4, arg5, arg6, arg7));
    }

    /// <inheritdoc cref="LoadImplicitlyGroupedKernel{TIndex, T1}(Accelerator, Action{TIndex, T1}, int)"/>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5, T6, T7, T8> LoadImplicitlyGroupedKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8> action, int customGroupSize)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct =>
        LoadImplicitlyGroupedKernel(accelerator, action, customGroupSize, out _);

    /// <inheritdoc cref="LoadImplicitlyGroupedKernel{TIndex, T1}(Accelerator, Action{TIndex, T1}, int)"/>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5, T6, T7, T8> LoadImplicitlyGroupedKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8> action, int customGroupSize, out KernelInfo kernelInfo)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct
    {
        var launcher = LoadInGroups<(T1, T2, T3, T4, T5, T6, T7, T8)>(accelerator, action, customGroupSize, out kernelInfo);
        return (stream, extent, arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8) => launcher.Launch(stream, LaunchDimensions.Of(extent), (arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8));
    }

    /// <inheritdoc cref="LoadImplicitlyGroupedKernel{TIndex, T1}(Accelerator, Action{TIndex, T1}, int)"/>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9> LoadImplicitlyGroupedKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9> action, int customGroupSize)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct =>
        LoadImplicitlyGroupedKernel(accelerator, action, customGroupSize, out _);

    /// <inheritdoc cref="LoadImplicitlyGroupedKernel{TIndex, T1}(Accelerator, Action{TIndex, T1}, int)"/>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9> LoadImplicitlyGroupedKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9> action, int customGroupSize, out KernelInfo kernelInfo)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct
    {
        var launcher = LoadInGroups<(T1, T2, T3, T4, T5, T6, T7, T8, T9)>(accelerator, action, customGroupSize, out kernelInfo);
        return (stream, extent, arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9) => launcher.Launch(stream, LaunchDimensions.Of(extent), (arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9));
    }

    /// <inheritdoc cref="LoadImplicitlyGroupedKernel{TIndex, T1}(Accelerator, Action{TIndex, T1}, int)"/>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10> LoadImplicitlyGroupedKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10> action, int customGroupSize)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct =>
        LoadImplicitlyGroupedKernel(accelerator, action, customGroupSize, out _);

    /// <inheritdoc cref="LoadImplicitlyGroupedKernel{TIndex, T1}(Accelerator, Action{TIndex, T1}, int)"/>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10> LoadImplicitlyGroupedKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10> action, int customGroupSize, out KernelInfo kernelInfo)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct
    {
        var launcher = LoadInGroups<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10)>(accelerator, action, customGroupSize, out kernelInfo);
        return (stream, extent, arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10) => launcher.Launch(stream, LaunchDimensions.Of(extent), (arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10));
    }

    /// <inheritdoc cref="LoadImplicitlyGroupedKernel{TIndex, T1}(Accelerator, Action{TIndex, T1}, int)"/>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11> LoadImplicitlyGroupedKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11> action, int customGroupSize)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct =>
        LoadImplicitlyGroupedKernel(accelerator, action, customGroupSize, out _);

    /// <inheritdoc cref="LoadImplicitlyGroupedKernel{TIndex, T1}(Accelerator, Action{TIndex, T1}, int)"/>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11> LoadImplicitlyGroupedKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11> action, int customGroupSize, out KernelInfo kernelInfo)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct
    {
        var launcher = LoadInGroups<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11)>(accelerator, action, customGroupSize, out kernelInfo);
        return (stream, extent, arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10, arg11) => launcher.Launch(stream, LaunchDimensions.Of(extent), (arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10, arg11));
    }

    /// <inheritdoc cref="LoadImplicitlyGroupedKernel{TIndex, T1}(Accelerator, Action{TIndex, T1}, int)"/>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12> LoadImplicitlyGroupedKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12> action, int customGroupSize)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct =>
        LoadImplicitlyGroupedKernel(accelerator, action, customGroupSize, out _);

    /// <inheritdoc cref="LoadImplicitlyGroupedKernel{TIndex, T1}(Accelerator, Action{TIndex, T1}, int)"/>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12> LoadImplicitlyGroupedKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12> action, int customGroupSize, out KernelInfo kernelInfo)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct
    {
        var launcher = LoadInGroups<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12)>(accelerator, action, customGroupSize, out kernelInfo);
        return (stream, extent, arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10, arg11, arg12) => launcher.Launch(stream, LaunchDimensions.Of(extent), (arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10, arg11, arg12));
    }

    /// <inheritdoc cref="LoadImplicitlyGroupedKernel{TIndex, T1}(Accelerator, Action{TIndex, T1}, int)"/>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13> LoadImplicitlyGroupedKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13> action, int customGroupSize)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct where T13 : struct =>
        LoadImplicitlyGroupedKernel(accelerator, action, customGroupSize, out _);

    /// <inheritdoc cref="LoadImplicitlyGroupedKernel{TIndex, T1}(Accelerator, Action{TIndex, T1}, int)"/>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13> LoadImplicitlyGroupedKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13> action, int customGroupSize, out KernelInfo kernelInfo)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct where T13 : struct
    {
        var launcher = LoadInGroups<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13)>(accelerator, action, customGroupSize, out kernelInfo);
        return (stream, extent, arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10, arg11, arg12, arg13) => launcher.Launch(stream, LaunchDimensions.Of(extent), (arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10, arg11, arg12, arg13));
    }

    /// <inheritdoc cref="LoadImplicitlyGroupedKernel{TIndex, T1}(Accelerator, Action{TIndex, T1}, int)"/>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14> LoadImplicitlyGroupedKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14> action, int customGroupSize)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct where T13 : struct where T14 : struct =>
        LoadImplicitlyGroupedKernel(accelerator, action, customGroupSize, out _);

    /// <inheritdoc cref="LoadImplicitlyGroupedKernel{TIndex, T1}(Accelerator, Action{TIndex, T1}, int)"/>
    public static Action<AcceleratorStream, TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14> LoadImplicitlyGroupedKernel<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>(
        this Accelerator accelerator, Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14> action, int customGroupSize, out KernelInfo kernelInfo)
        where TIndex : struct, IIndex where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct where T13 : struct where T14 : struct
    {
        var launcher = LoadInGroups<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14)>(accelerator, action, customGroupSize, out kernelInfo);
        return (stream, extent, arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10, arg11, arg12, arg13, arg14) => launcher.Launch(stream, LaunchDimensions.Of(extent), (arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10, arg11, arg12, arg13, arg14));
    }
}
