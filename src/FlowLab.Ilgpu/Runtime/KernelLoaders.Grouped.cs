namespace ILGPU.Runtime;

public static partial class KernelLoaders
{
    /// <summary>
    /// Loads the static method behind <paramref name="action"/> as a kernel over a grid of groups; the result launches it with stream, config and arguments.
    /// </summary>
    /// <exception cref="NotSupportedException">The method does what kernels may not do; the message says what, where and why, with a number.</exception>
    /// <exception cref="ObjectDisposedException">The accelerator was disposed.</exception>
    public static Action<AcceleratorStream, KernelConfig, T1> LoadKernel<T1>(
        this Accelerator accelerator, Action<T1> action)
        where T1 : struct =>
        LoadKernel(accelerator, action, KernelSpecialization.Empty, out _);

    /// <inheritdoc cref="LoadKernel{T1}(Accelerator, Action{T1})"/>
    public static Action<AcceleratorStream, KernelConfig, T1> LoadKernel<T1>(
        this Accelerator accelerator, Action<T1> action, out KernelInfo kernelInfo)
        where T1 : struct =>
        LoadKernel(accelerator, action, KernelSpecialization.Empty, out kernelInfo);

    /// <inheritdoc cref="LoadKernel{T1}(Accelerator, Action{T1})"/>
    public static Action<AcceleratorStream, KernelConfig, T1> LoadKernel<T1>(
        this Accelerator accelerator, Action<T1> action, KernelSpecialization specialization)
        where T1 : struct =>
        LoadKernel(accelerator, action, specialization, out _);

    /// <inheritdoc cref="LoadKernel{T1}(Accelerator, Action{T1})"/>
    public static Action<AcceleratorStream, KernelConfig, T1> LoadKernel<T1>(
        this Accelerator accelerator, Action<T1> action, KernelSpecialization specialization, out KernelInfo kernelInfo)
        where T1 : struct
    {
        var launcher = LoadGrouped<ValueTuple<T1>>(accelerator, action, specialization, out kernelInfo);
        return (stream, config, arg1) => launcher.Launch(stream, LaunchDimensions.Of(config), new(arg1));
    }

    /// <inheritdoc cref="LoadKernel{T1}(Accelerator, Action{T1})"/>
    public static Action<AcceleratorStream, KernelConfig, T1, T2> LoadKernel<T1, T2>(
        this Accelerator accelerator, Action<T1, T2> action)
        where T1 : struct where T2 : struct =>
        LoadKernel(accelerator, action, KernelSpecialization.Empty, out _);

    /// <inheritdoc cref="LoadKernel{T1}(Accelerator, Action{T1})"/>
    public static Action<AcceleratorStream, KernelConfig, T1, T2> LoadKernel<T1, T2>(
        this Accelerator accelerator, Action<T1, T2> action, out KernelInfo kernelInfo)
        where T1 : struct where T2 : struct =>
        LoadKernel(accelerator, action, KernelSpecialization.Empty, out kernelInfo);

    /// <inheritdoc cref="LoadKernel{T1}(Accelerator, Action{T1})"/>
    public static Action<AcceleratorStream, KernelConfig, T1, T2> LoadKernel<T1, T2>(
        this Accelerator accelerator, Action<T1, T2> action, KernelSpecialization specialization)
        where T1 : struct where T2 : struct =>
        LoadKernel(accelerator, action, specialization, out _);

    /// <inheritdoc cref="LoadKernel{T1}(Accelerator, Action{T1})"/>
    public static Action<AcceleratorStream, KernelConfig, T1, T2> LoadKernel<T1, T2>(
        this Accelerator accelerator, Action<T1, T2> action, KernelSpecialization specialization, out KernelInfo kernelInfo)
        where T1 : struct where T2 : struct
    {
        var launcher = LoadGrouped<(T1, T2)>(accelerator, action, specialization, out kernelInfo);
        return (stream, config, arg1, arg2) => launcher.Launch(stream, LaunchDimensions.Of(config), (arg1, arg2));
    }

    /// <inheritdoc cref="LoadKernel{T1}(Accelerator, Action{T1})"/>
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3> LoadKernel<T1, T2, T3>(
        this Accelerator accelerator, Action<T1, T2, T3> action)
        where T1 : struct where T2 : struct where T3 : struct =>
        LoadKernel(accelerator, action, KernelSpecialization.Empty, out _);

    /// <inheritdoc cref="LoadKernel{T1}(Accelerator, Action{T1})"/>
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3> LoadKernel<T1, T2, T3>(
        this Accelerator accelerator, Action<T1, T2, T3> action, out KernelInfo kernelInfo)
        where T1 : struct where T2 : struct where T3 : struct =>
        LoadKernel(accelerator, action, KernelSpecialization.Empty, out kernelInfo);

    /// <inheritdoc cref="LoadKernel{T1}(Accelerator, Action{T1})"/>
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3> LoadKernel<T1, T2, T3>(
        this Accelerator accelerator, Action<T1, T2, T3> action, KernelSpecialization specialization)
        where T1 : struct where T2 : struct where T3 : struct =>
        LoadKernel(accelerator, action, specialization, out _);

    /// <inheritdoc cref="LoadKernel{T1}(Accelerator, Action{T1})"/>
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3> LoadKernel<T1, T2, T3>(
        this Accelerator accelerator, Action<T1, T2, T3> action, KernelSpecialization specialization, out KernelInfo kernelInfo)
        where T1 : struct where T2 : struct where T3 : struct
    {
        var launcher = LoadGrouped<(T1, T2, T3)>(accelerator, action, specialization, out kernelInfo);
        return (stream, config, arg1, arg2, arg3) => launcher.Launch(stream, LaunchDimensions.Of(config), (arg1, arg2, arg3));
    }

    /// <inheritdoc cref="LoadKernel{T1}(Accelerator, Action{T1})"/>
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4> LoadKernel<T1, T2, T3, T4>(
        this Accelerator accelerator, Action<T1, T2, T3, T4> action)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct =>
        LoadKernel(accelerator, action, KernelSpecialization.Empty, out _);

    /// <inheritdoc cref="LoadKernel{T1}(Accelerator, Action{T1})"/>
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4> LoadKernel<T1, T2, T3, T4>(
        this Accelerator accelerator, Action<T1, T2, T3, T4> action, out KernelInfo kernelInfo)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct =>
        LoadKernel(accelerator, action, KernelSpecialization.Empty, out kernelInfo);

    /// <inheritdoc cref="LoadKernel{T1}(Accelerator, Action{T1})"/>
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4> LoadKernel<T1, T2, T3, T4>(
        this Accelerator accelerator, Action<T1, T2, T3, T4> action, KernelSpecialization specialization)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct =>
        LoadKernel(accelerator, action, specialization, out _);

    /// <inheritdoc cref="LoadKernel{T1}(Accelerator, Action{T1})"/>
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4> LoadKernel<T1, T2, T3, T4>(
        this Accelerator accelerator, Action<T1, T2, T3, T4> action, KernelSpecialization specialization, out KernelInfo kernelInfo)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct
    {
        var launcher = LoadGrouped<(T1, T2, T3, T4)>(accelerator, action, specialization, out kernelInfo);
        return (stream, config, arg1, arg2, arg3, arg4) => launcher.Launch(stream, LaunchDimensions.Of(config), (arg1, arg2, arg3, arg4));
    }

    /// <inheritdoc cref="LoadKernel{T1}(Accelerator, Action{T1})"/>
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5> LoadKernel<T1, T2, T3, T4, T5>(
        this Accelerator accelerator, Action<T1, T2, T3, T4, T5> action)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct =>
        LoadKernel(accelerator, action, KernelSpecialization.Empty, out _);

    /// <inheritdoc cref="LoadKernel{T1}(Accelerator, Action{T1})"/>
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5> LoadKernel<T1, T2, T3, T4, T5>(
        this Accelerator accelerator, Action<T1, T2, T3, T4, T5> action, out KernelInfo kernelInfo)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct =>
        LoadKernel(accelerator, action, KernelSpecialization.Empty, out kernelInfo);

    /// <inheritdoc cref="LoadKernel{T1}(Accelerator, Action{T1})"/>
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5> LoadKernel<T1, T2, T3, T4, T5>(
        this Accelerator accelerator, Action<T1, T2, T3, T4, T5> action, KernelSpecialization specialization)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct =>
        LoadKernel(accelerator, action, specialization, out _);

    /// <inheritdoc cref="LoadKernel{T1}(Accelerator, Action{T1})"/>
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5> LoadKernel<T1, T2, T3, T4, T5>(
        this Accelerator accelerator, Action<T1, T2, T3, T4, T5> action, KernelSpecialization specialization, out KernelInfo kernelInfo)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct
    {
        var launcher = LoadGrouped<(T1, T2, T3, T4, T5)>(accelerator, action, specialization, out kernelInfo);
        return (stream, config, arg1, arg2, arg3, arg4, arg5) => launcher.Launch(stream, LaunchDimensions.Of(config), (arg1, arg2, arg3, arg4, arg5));
    }

    /// <inheritdoc cref="LoadKernel{T1}(Accelerator, Action{T1})"/>
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5, T6> LoadKernel<T1, T2, T3, T4, T5, T6>(
        this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6> action)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct =>
        LoadKernel(accelerator, action, KernelSpecialization.Empty, out _);

    /// <inheritdoc cref="LoadKernel{T1}(Accelerator, Action{T1})"/>
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5, T6> LoadKernel<T1, T2, T3, T4, T5, T6>(
        this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6> action, out KernelInfo kernelInfo)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct =>
        LoadKernel(accelerator, action, KernelSpecialization.Empty, out kernelInfo);

    /// <inheritdoc cref="LoadKernel{T1}(Accelerator, Action{T1})"/>
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5, T6> LoadKernel<T1, T2, T3, T4, T5, T6>(
        this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6> action, KernelSpecialization specialization)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct =>
        LoadKernel(accelerator, action, specialization, out _);

    /// <inheritdoc cref="LoadKernel{T1}(Accelerator, Action{T1})"/>
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5, T6> LoadKernel<T1, T2, T3, T4, T5, T6>(
        this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6> action, KernelSpecialization specialization, out KernelInfo kernelInfo)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct
    {
        var launcher = LoadGrouped<(T1, T2, T3, T4, T5, T6)>(accelerator, action, specialization, out kernelInfo);
        return (stream, config, arg1, arg2, arg3, arg4, arg5, arg6) => launcher.Launch(stream, LaunchDimensions.Of(config), (arg1, arg2, arg3, arg4, arg5, arg6));
    }

    /// <inheritdoc cref="LoadKernel{T1}(Accelerator, Action{T1})"/>
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5, T6, T7> LoadKernel<T1, T2, T3, T4, T5, T6, T7>(
        this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7> action)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct =>
        LoadKernel(accelerator, action, KernelSpecialization.Empty, out _);

    /// <inheritdoc cref="LoadKernel{T1}(Accelerator, Action{T1})"/>
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5, T6, T7> LoadKernel<T1, T2, T3, T4, T5, T6, T7>(
        this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7> action, out KernelInfo kernelInfo)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct =>
        LoadKernel(accelerator, action, KernelSpecialization.Empty, out kernelInfo);

    /// <inheritdoc cref="LoadKernel{T1}(Accelerator, Action{T1})"/>
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5, T6, T7> LoadKernel<T1, T2, T3, T4, T5, T6, T7>(
        this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7> action, KernelSpecialization specialization)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct =>
        LoadKernel(accelerator, action, specialization, out _);

    /// <inheritdoc cref="LoadKernel{T1}(Accelerator, Action{T1})"/>
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5, T6, T7> LoadKernel<T1, T2, T3, T4, T5, T6, T7>(
        this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7> action, KernelSpecialization specialization, out KernelInfo kernelInfo)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct
    {
        var launcher = LoadGrouped<(T1, T2, T3, T4, T5, T6, T7)>(accelerator, action, specialization, out kernelInfo);
        return (stream, config, arg1, arg2, arg3, arg4, arg5, arg6, arg7) => launcher.Launch(stream, LaunchDimensions.Of(config), (arg1, arg2, arg3, arg4, arg5, arg6, arg7));
    }

    /// <inheritdoc cref="LoadKernel{T1}(Accelerator, Action{T1})"/>
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5, T6, T7, T8> LoadKernel<T1, T2, T3, T4, T5, T6, T7, T8>(
        this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7, T8> action)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct =>
        LoadKernel(accelerator, action, KernelSpecialization.Empty, out _);

    /// <inheritdoc cref="LoadKernel{T1}(Accelerator, Action{T1})"/>
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5, T6, T7, T8> LoadKernel<T1, T2, T3, T4, T5, T6, T7, T8>(
        this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7, T8> action, out KernelInfo kernelInfo)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct =>
        LoadKernel(accelerator, action, KernelSpecialization.Empty, out kernelInfo);

    /// <inheritdoc cref="LoadKernel{T1}(Accelerator, Action{T1})"/>
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5, T6, T7, T8> LoadKernel<T1, T2, T3, T4, T5, T6, T7, T8>(
        this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7, T8> action, KernelSpecialization specialization)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct =>
        LoadKernel(accelerator, action, specialization, out _);

    /// <inheritdoc cref="LoadKernel{T1}(Accelerator, Action{T1})"/>
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5, T6, T7, T8> LoadKernel<T1, T2, T3, T4, T5, T6, T7, T8>(
        this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7, T8> action, KernelSpecialization specialization, out KernelInfo kernelInfo)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct
    {
        var launcher = LoadGrouped<(T1, T2, T3, T4, T5, T6, T7, T8)>(accelerator, action, specialization, out kernelInfo);
        return (stream, config, arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8) => launcher.Launch(stream, LaunchDimensions.Of(config), (arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8));
    }

    /// <inheritdoc cref="LoadKernel{T1}(Accelerator, Action{T1})"/>
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5, T6, T7, T8, T9> LoadKernel<T1, T2, T3, T4, T5, T6, T7, T8, T9>(
        this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7, T8, T9> action)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct =>
        LoadKernel(accelerator, action, KernelSpecialization.Empty, out _);

    /// <inheritdoc cref="LoadKernel{T1}(Accelerator, Action{T1})"/>
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5, T6, T7, T8, T9> LoadKernel<T1, T2, T3, T4, T5, T6, T7, T8, T9>(
        this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7, T8, T9> action, out KernelInfo kernelInfo)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct =>
        LoadKernel(accelerator, action, KernelSpecialization.Empty, out kernelInfo);

    /// <inheritdoc cref="LoadKernel{T1}(Accelerator, Action{T1})"/>
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5, T6, T7, T8, T9> LoadKernel<T1, T2, T3, T4, T5, T6, T7, T8, T9>(
        this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7, T8, T9> action, KernelSpecialization specialization)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct =>
        LoadKernel(accelerator, action, specialization, out _);

    /// <inheritdoc cref="LoadKernel{T1}(Accelerator, Action{T1})"/>
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5, T6, T7, T8, T9> LoadKernel<T1, T2, T3, T4, T5, T6, T7, T8, T9>(
        this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7, T8, T9> action, KernelSpecialization specialization, out KernelInfo kernelInfo)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct
    {
        var launcher = LoadGrouped<(T1, T2, T3, T4, T5, T6, T7, T8, T9)>(accelerator, action, specialization, out kernelInfo);
        return (stream, config, arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9) => launcher.Launch(stream, LaunchDimensions.Of(config), (arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9));
    }

    /// <inheritdoc cref="LoadKernel{T1}(Accelerator, Action{T1})"/>
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10> LoadKernel<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>(
        this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10> action)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct =>
        LoadKernel(accelerator, action, KernelSpecialization.Empty, out _);

    /// <inheritdoc cref="LoadKernel{T1}(Accelerator, Action{T1})"/>
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10> LoadKernel<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>(
        this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10> action, out KernelInfo kernelInfo)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct =>
        LoadKernel(accelerator, action, KernelSpecialization.Empty, out kernelInfo);

    /// <inheritdoc cref="LoadKernel{T1}(Accelerator, Action{T1})"/>
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10> LoadKernel<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>(
        this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10> action, KernelSpecialization specialization)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct =>
        LoadKernel(accelerator, action, specialization, out _);

    /// <inheritdoc cref="LoadKernel{T1}(Accelerator, Action{T1})"/>
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10> LoadKernel<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>(
        this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10> action, KernelSpecialization specialization, out KernelInfo kernelInfo)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct
    {
        var launcher = LoadGrouped<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10)>(accelerator, action, specialization, out kernelInfo);
        return (stream, config, arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10) => launcher.Launch(stream, LaunchDimensions.Of(config), (arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10));
    }

    /// <inheritdoc cref="LoadKernel{T1}(Accelerator, Action{T1})"/>
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11> LoadKernel<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>(
        this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11> action)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct =>
        LoadKernel(accelerator, action, KernelSpecialization.Empty, out _);

    /// <inheritdoc cref="LoadKernel{T1}(Accelerator, Action{T1})"/>
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11> LoadKernel<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>(
        this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11> action, out KernelInfo kernelInfo)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct =>
        LoadKernel(accelerator, action, KernelSpecialization.Empty, out kernelInfo);

    /// <inheritdoc cref="LoadKernel{T1}(Accelerator, Action{T1})"/>
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11> LoadKernel<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>(
        this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11> action, KernelSpecialization specialization)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct =>
        LoadKernel(accelerator, action, specialization, out _);

    /// <inheritdoc cref="LoadKernel{T1}(Accelerator, Action{T1})"/>
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11> LoadKernel<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>(
        this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11> action, KernelSpecialization specialization, out KernelInfo kernelInfo)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct
    {
        var launcher = LoadGrouped<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11)>(accelerator, action, specialization, out kernelInfo);
        return (stream, config, arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10, arg11) => launcher.Launch(stream, LaunchDimensions.Of(config), (arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10, arg11));
    }

    /// <inheritdoc cref="LoadKernel{T1}(Accelerator, Action{T1})"/>
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12> LoadKernel<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>(
        this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12> action)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct =>
        LoadKernel(accelerator, action, KernelSpecialization.Empty, out _);

    /// <inheritdoc cref="LoadKernel{T1}(Accelerator, Action{T1})"/>
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12> LoadKernel<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>(
        this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12> action, out KernelInfo kernelInfo)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct =>
        LoadKernel(accelerator, action, KernelSpecialization.Empty, out kernelInfo);

    /// <inheritdoc cref="LoadKernel{T1}(Accelerator, Action{T1})"/>
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12> LoadKernel<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>(
        this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12> action, KernelSpecialization specialization)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct =>
        LoadKernel(accelerator, action, specialization, out _);

    /// <inheritdoc cref="LoadKernel{T1}(Accelerator, Action{T1})"/>
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12> LoadKernel<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>(
        this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12> action, KernelSpecialization specialization, out KernelInfo kernelInfo)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct
    {
        var launcher = LoadGrouped<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12)>(accelerator, action, specialization, out kernelInfo);
        return (stream, config, arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10, arg11, arg12) => launcher.Launch(stream, LaunchDimensions.Of(config), (arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10, arg11, arg12));
    }

    /// <inheritdoc cref="LoadKernel{T1}(Accelerator, Action{T1})"/>
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13> LoadKernel<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>(
        this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13> action)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct where T13 : struct =>
        LoadKernel(accelerator, action, KernelSpecialization.Empty, out _);

    /// <inheritdoc cref="LoadKernel{T1}(Accelerator, Action{T1})"/>
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13> LoadKernel<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>(
        this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13> action, out KernelInfo kernelInfo)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct where T13 : struct =>
        LoadKernel(accelerator, action, KernelSpecialization.Empty, out kernelInfo);

    /// <inheritdoc cref="LoadKernel{T1}(Accelerator, Action{T1})"/>
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13> LoadKernel<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>(
        this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13> action, KernelSpecialization specialization)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct where T13 : struct =>
        LoadKernel(accelerator, action, specialization, out _);

    /// <inheritdoc cref="LoadKernel{T1}(Accelerator, Action{T1})"/>
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13> LoadKernel<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>(
        this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13> action, KernelSpecialization specialization, out KernelInfo kernelInfo)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct where T13 : struct
    {
        var launcher = LoadGrouped<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13)>(accelerator, action, specialization, out kernelInfo);
        return (stream, config, arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10, arg11, arg12, arg13) => launcher.Launch(stream, LaunchDimensions.Of(config), (arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10, arg11, arg12, arg13));
    }

    /// <inheritdoc cref="LoadKernel{T1}(Accelerator, Action{T1})"/>
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14> LoadKernel<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>(
        this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14> action)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct where T13 : struct where T14 : struct =>
        LoadKernel(accelerator, action, KernelSpecialization.Empty, out _);

    /// <inheritdoc cref="LoadKernel{T1}(Accelerator, Action{T1})"/>
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14> LoadKernel<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>(
        this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14> action, out KernelInfo kernelInfo)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct where T13 : struct where T14 : struct =>
        LoadKernel(accelerator, action, KernelSpecialization.Empty, out kernelInfo);

    /// <inheritdoc cref="LoadKernel{T1}(Accelerator, Action{T1})"/>
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14> LoadKernel<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>(
        this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14> action, KernelSpecialization specialization)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct where T13 : struct where T14 : struct =>
        LoadKernel(accelerator, action, specialization, out _);

    /// <inheritdoc cref="LoadKernel{T1}(Accelerator, Action{T1})"/>
    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14> LoadKernel<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>(
        this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14> action, KernelSpecialization specialization, out KernelInfo kernelInfo)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct where T13 : struct where T14 : struct
    {
        var launcher = LoadGrouped<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14)>(accelerator, action, specialization, out kernelInfo);
        return (stream, config, arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10, arg11, arg12, arg13, arg14) => launcher.Launch(stream, LaunchDimensions.Of(config), (arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10, arg11, arg12, arg13, arg14));
    }
}
