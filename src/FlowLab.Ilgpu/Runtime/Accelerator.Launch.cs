namespace ILGPU.Runtime;

public abstract partial class Accelerator
{
    /// <summary>Runs a kernel over a grid of groups. It is loaded at its first launch, and stays loaded.</summary>
    /// <inheritdoc cref="KernelLoaders.LoadKernel{T1}(Accelerator, Action{T1})"/>
    public void Launch<T1>(Action<T1> action, AcceleratorStream stream, in KernelConfig kernelConfig, T1 arg1)
        where T1 : struct =>
        Loaded<ValueTuple<T1>>(action, isGrouped: true).Launch(stream, LaunchDimensions.Of(kernelConfig), new(arg1));

    /// <inheritdoc cref="Launch{T1}(Action{T1}, AcceleratorStream, in KernelConfig, T1)"/>
    public void Launch<T1>(Action<T1> action, in KernelConfig kernelConfig, T1 arg1)
        where T1 : struct =>
        Loaded<ValueTuple<T1>>(action, isGrouped: true).Launch(LaunchDimensions.Of(kernelConfig), new(arg1));

    /// <summary>Runs a kernel over an index space. It is loaded at its first launch, and stays loaded.</summary>
    /// <inheritdoc cref="KernelLoaders.LoadAutoGroupedKernel{TIndex, T1}(Accelerator, Action{TIndex, T1})"/>
    public void LaunchAutoGrouped<TIndex, T1>(Action<TIndex, T1> action, AcceleratorStream stream, TIndex extent, T1 arg1)
        where TIndex : struct, IGenericIndex<TIndex> where T1 : struct =>
        Loaded<ValueTuple<T1>>(action, isGrouped: false).Launch(stream, LaunchDimensions.Of(extent), new(arg1));

    /// <inheritdoc cref="LaunchAutoGrouped{TIndex, T1}(Action{TIndex, T1}, AcceleratorStream, TIndex, T1)"/>
    public void LaunchAutoGrouped<TIndex, T1>(Action<TIndex, T1> action, TIndex extent, T1 arg1)
        where TIndex : struct, IGenericIndex<TIndex> where T1 : struct =>
        Loaded<ValueTuple<T1>>(action, isGrouped: false).Launch(LaunchDimensions.Of(extent), new(arg1));

    /// <inheritdoc cref="Launch{T1}(Action{T1}, AcceleratorStream, in KernelConfig, T1)"/>
    public void Launch<T1, T2>(Action<T1, T2> action, AcceleratorStream stream, in KernelConfig kernelConfig, T1 arg1, T2 arg2)
        where T1 : struct where T2 : struct =>
        Loaded<(T1, T2)>(action, isGrouped: true).Launch(stream, LaunchDimensions.Of(kernelConfig), (arg1, arg2));

    /// <inheritdoc cref="Launch{T1}(Action{T1}, AcceleratorStream, in KernelConfig, T1)"/>
    public void Launch<T1, T2>(Action<T1, T2> action, in KernelConfig kernelConfig, T1 arg1, T2 arg2)
        where T1 : struct where T2 : struct =>
        Loaded<(T1, T2)>(action, isGrouped: true).Launch(LaunchDimensions.Of(kernelConfig), (arg1, arg2));

    /// <inheritdoc cref="LaunchAutoGrouped{TIndex, T1}(Action{TIndex, T1}, AcceleratorStream, TIndex, T1)"/>
    public void LaunchAutoGrouped<TIndex, T1, T2>(Action<TIndex, T1, T2> action, AcceleratorStream stream, TIndex extent, T1 arg1, T2 arg2)
        where TIndex : struct, IGenericIndex<TIndex> where T1 : struct where T2 : struct =>
        Loaded<(T1, T2)>(action, isGrouped: false).Launch(stream, LaunchDimensions.Of(extent), (arg1, arg2));

    /// <inheritdoc cref="LaunchAutoGrouped{TIndex, T1}(Action{TIndex, T1}, AcceleratorStream, TIndex, T1)"/>
    public void LaunchAutoGrouped<TIndex, T1, T2>(Action<TIndex, T1, T2> action, TIndex extent, T1 arg1, T2 arg2)
        where TIndex : struct, IGenericIndex<TIndex> where T1 : struct where T2 : struct =>
        Loaded<(T1, T2)>(action, isGrouped: false).Launch(LaunchDimensions.Of(extent), (arg1, arg2));

    /// <inheritdoc cref="Launch{T1}(Action{T1}, AcceleratorStream, in KernelConfig, T1)"/>
    public void Launch<T1, T2, T3>(Action<T1, T2, T3> action, AcceleratorStream stream, in KernelConfig kernelConfig, T1 arg1, T2 arg2, T3 arg3)
        where T1 : struct where T2 : struct where T3 : struct =>
        Loaded<(T1, T2, T3)>(action, isGrouped: true).Launch(stream, LaunchDimensions.Of(kernelConfig), (arg1, arg2, arg3));

    /// <inheritdoc cref="Launch{T1}(Action{T1}, AcceleratorStream, in KernelConfig, T1)"/>
    public void Launch<T1, T2, T3>(Action<T1, T2, T3> action, in KernelConfig kernelConfig, T1 arg1, T2 arg2, T3 arg3)
        where T1 : struct where T2 : struct where T3 : struct =>
        Loaded<(T1, T2, T3)>(action, isGrouped: true).Launch(LaunchDimensions.Of(kernelConfig), (arg1, arg2, arg3));

    /// <inheritdoc cref="LaunchAutoGrouped{TIndex, T1}(Action{TIndex, T1}, AcceleratorStream, TIndex, T1)"/>
    public void LaunchAutoGrouped<TIndex, T1, T2, T3>(Action<TIndex, T1, T2, T3> action, AcceleratorStream stream, TIndex extent, T1 arg1, T2 arg2, T3 arg3)
        where TIndex : struct, IGenericIndex<TIndex> where T1 : struct where T2 : struct where T3 : struct =>
        Loaded<(T1, T2, T3)>(action, isGrouped: false).Launch(stream, LaunchDimensions.Of(extent), (arg1, arg2, arg3));

    /// <inheritdoc cref="LaunchAutoGrouped{TIndex, T1}(Action{TIndex, T1}, AcceleratorStream, TIndex, T1)"/>
    public void LaunchAutoGrouped<TIndex, T1, T2, T3>(Action<TIndex, T1, T2, T3> action, TIndex extent, T1 arg1, T2 arg2, T3 arg3)
        where TIndex : struct, IGenericIndex<TIndex> where T1 : struct where T2 : struct where T3 : struct =>
        Loaded<(T1, T2, T3)>(action, isGrouped: false).Launch(LaunchDimensions.Of(extent), (arg1, arg2, arg3));

    /// <inheritdoc cref="Launch{T1}(Action{T1}, AcceleratorStream, in KernelConfig, T1)"/>
    public void Launch<T1, T2, T3, T4>(Action<T1, T2, T3, T4> action, AcceleratorStream stream, in KernelConfig kernelConfig, T1 arg1, T2 arg2, T3 arg3, T4 arg4)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct =>
        Loaded<(T1, T2, T3, T4)>(action, isGrouped: true).Launch(stream, LaunchDimensions.Of(kernelConfig), (arg1, arg2, arg3, arg4));

    /// <inheritdoc cref="Launch{T1}(Action{T1}, AcceleratorStream, in KernelConfig, T1)"/>
    public void Launch<T1, T2, T3, T4>(Action<T1, T2, T3, T4> action, in KernelConfig kernelConfig, T1 arg1, T2 arg2, T3 arg3, T4 arg4)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct =>
        Loaded<(T1, T2, T3, T4)>(action, isGrouped: true).Launch(LaunchDimensions.Of(kernelConfig), (arg1, arg2, arg3, arg4));

    /// <inheritdoc cref="LaunchAutoGrouped{TIndex, T1}(Action{TIndex, T1}, AcceleratorStream, TIndex, T1)"/>
    public void LaunchAutoGrouped<TIndex, T1, T2, T3, T4>(Action<TIndex, T1, T2, T3, T4> action, AcceleratorStream stream, TIndex extent, T1 arg1, T2 arg2, T3 arg3, T4 arg4)
        where TIndex : struct, IGenericIndex<TIndex> where T1 : struct where T2 : struct where T3 : struct where T4 : struct =>
        Loaded<(T1, T2, T3, T4)>(action, isGrouped: false).Launch(stream, LaunchDimensions.Of(extent), (arg1, arg2, arg3, arg4));

    /// <inheritdoc cref="LaunchAutoGrouped{TIndex, T1}(Action{TIndex, T1}, AcceleratorStream, TIndex, T1)"/>
    public void LaunchAutoGrouped<TIndex, T1, T2, T3, T4>(Action<TIndex, T1, T2, T3, T4> action, TIndex extent, T1 arg1, T2 arg2, T3 arg3, T4 arg4)
        where TIndex : struct, IGenericIndex<TIndex> where T1 : struct where T2 : struct where T3 : struct where T4 : struct =>
        Loaded<(T1, T2, T3, T4)>(action, isGrouped: false).Launch(LaunchDimensions.Of(extent), (arg1, arg2, arg3, arg4));

    /// <inheritdoc cref="Launch{T1}(Action{T1}, AcceleratorStream, in KernelConfig, T1)"/>
    public void Launch<T1, T2, T3, T4, T5>(Action<T1, T2, T3, T4, T5> action, AcceleratorStream stream, in KernelConfig kernelConfig, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct =>
        Loaded<(T1, T2, T3, T4, T5)>(action, isGrouped: true).Launch(stream, LaunchDimensions.Of(kernelConfig), (arg1, arg2, arg3, arg4, arg5));

    /// <inheritdoc cref="Launch{T1}(Action{T1}, AcceleratorStream, in KernelConfig, T1)"/>
    public void Launch<T1, T2, T3, T4, T5>(Action<T1, T2, T3, T4, T5> action, in KernelConfig kernelConfig, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct =>
        Loaded<(T1, T2, T3, T4, T5)>(action, isGrouped: true).Launch(LaunchDimensions.Of(kernelConfig), (arg1, arg2, arg3, arg4, arg5));

    /// <inheritdoc cref="LaunchAutoGrouped{TIndex, T1}(Action{TIndex, T1}, AcceleratorStream, TIndex, T1)"/>
    public void LaunchAutoGrouped<TIndex, T1, T2, T3, T4, T5>(Action<TIndex, T1, T2, T3, T4, T5> action, AcceleratorStream stream, TIndex extent, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5)
        where TIndex : struct, IGenericIndex<TIndex> where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct =>
        Loaded<(T1, T2, T3, T4, T5)>(action, isGrouped: false).Launch(stream, LaunchDimensions.Of(extent), (arg1, arg2, arg3, arg4, arg5));

    /// <inheritdoc cref="LaunchAutoGrouped{TIndex, T1}(Action{TIndex, T1}, AcceleratorStream, TIndex, T1)"/>
    public void LaunchAutoGrouped<TIndex, T1, T2, T3, T4, T5>(Action<TIndex, T1, T2, T3, T4, T5> action, TIndex extent, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5)
        where TIndex : struct, IGenericIndex<TIndex> where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct =>
        Loaded<(T1, T2, T3, T4, T5)>(action, isGrouped: false).Launch(LaunchDimensions.Of(extent), (arg1, arg2, arg3, arg4, arg5));

    /// <inheritdoc cref="Launch{T1}(Action{T1}, AcceleratorStream, in KernelConfig, T1)"/>
    public void Launch<T1, T2, T3, T4, T5, T6>(Action<T1, T2, T3, T4, T5, T6> action, AcceleratorStream stream, in KernelConfig kernelConfig, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct =>
        Loaded<(T1, T2, T3, T4, T5, T6)>(action, isGrouped: true).Launch(stream, LaunchDimensions.Of(kernelConfig), (arg1, arg2, arg3, arg4, arg5, arg6));

    /// <inheritdoc cref="Launch{T1}(Action{T1}, AcceleratorStream, in KernelConfig, T1)"/>
    public void Launch<T1, T2, T3, T4, T5, T6>(Action<T1, T2, T3, T4, T5, T6> action, in KernelConfig kernelConfig, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct =>
        Loaded<(T1, T2, T3, T4, T5, T6)>(action, isGrouped: true).Launch(LaunchDimensions.Of(kernelConfig), (arg1, arg2, arg3, arg4, arg5, arg6));

    /// <inheritdoc cref="LaunchAutoGrouped{TIndex, T1}(Action{TIndex, T1}, AcceleratorStream, TIndex, T1)"/>
    public void LaunchAutoGrouped<TIndex, T1, T2, T3, T4, T5, T6>(Action<TIndex, T1, T2, T3, T4, T5, T6> action, AcceleratorStream stream, TIndex extent, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6)
        where TIndex : struct, IGenericIndex<TIndex> where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct =>
        Loaded<(T1, T2, T3, T4, T5, T6)>(action, isGrouped: false).Launch(stream, LaunchDimensions.Of(extent), (arg1, arg2, arg3, arg4, arg5, arg6));

    /// <inheritdoc cref="LaunchAutoGrouped{TIndex, T1}(Action{TIndex, T1}, AcceleratorStream, TIndex, T1)"/>
    public void LaunchAutoGrouped<TIndex, T1, T2, T3, T4, T5, T6>(Action<TIndex, T1, T2, T3, T4, T5, T6> action, TIndex extent, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6)
        where TIndex : struct, IGenericIndex<TIndex> where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct =>
        Loaded<(T1, T2, T3, T4, T5, T6)>(action, isGrouped: false).Launch(LaunchDimensions.Of(extent), (arg1, arg2, arg3, arg4, arg5, arg6));

    /// <inheritdoc cref="Launch{T1}(Action{T1}, AcceleratorStream, in KernelConfig, T1)"/>
    public void Launch<T1, T2, T3, T4, T5, T6, T7>(Action<T1, T2, T3, T4, T5, T6, T7> action, AcceleratorStream stream, in KernelConfig kernelConfig, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct =>
        Loaded<(T1, T2, T3, T4, T5, T6, T7)>(action, isGrouped: true).Launch(stream, LaunchDimensions.Of(kernelConfig), (arg1, arg2, arg3, arg4, arg5, arg6, arg7));

    /// <inheritdoc cref="Launch{T1}(Action{T1}, AcceleratorStream, in KernelConfig, T1)"/>
    public void Launch<T1, T2, T3, T4, T5, T6, T7>(Action<T1, T2, T3, T4, T5, T6, T7> action, in KernelConfig kernelConfig, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct =>
        Loaded<(T1, T2, T3, T4, T5, T6, T7)>(action, isGrouped: true).Launch(LaunchDimensions.Of(kernelConfig), (arg1, arg2, arg3, arg4, arg5, arg6, arg7));

    /// <inheritdoc cref="LaunchAutoGrouped{TIndex, T1}(Action{TIndex, T1}, AcceleratorStream, TIndex, T1)"/>
    public void LaunchAutoGrouped<TIndex, T1, T2, T3, T4, T5, T6, T7>(Action<TIndex, T1, T2, T3, T4, T5, T6, T7> action, AcceleratorStream stream, TIndex extent, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7)
        where TIndex : struct, IGenericIndex<TIndex> where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct =>
        Loaded<(T1, T2, T3, T4, T5, T6, T7)>(action, isGrouped: false).Launch(stream, LaunchDimensions.Of(extent), (arg1, arg2, arg3, arg4, arg5, arg6, arg7));

    /// <inheritdoc cref="LaunchAutoGrouped{TIndex, T1}(Action{TIndex, T1}, AcceleratorStream, TIndex, T1)"/>
    public void LaunchAutoGrouped<TIndex, T1, T2, T3, T4, T5, T6, T7>(Action<TIndex, T1, T2, T3, T4, T5, T6, T7> action, TIndex extent, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7)
        where TIndex : struct, IGenericIndex<TIndex> where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct =>
        Loaded<(T1, T2, T3, T4, T5, T6, T7)>(action, isGrouped: false).Launch(LaunchDimensions.Of(extent), (arg1, arg2, arg3, arg4, arg5, arg6, arg7));

    /// <inheritdoc cref="Launch{T1}(Action{T1}, AcceleratorStream, in KernelConfig, T1)"/>
    public void Launch<T1, T2, T3, T4, T5, T6, T7, T8>(Action<T1, T2, T3, T4, T5, T6, T7, T8> action, AcceleratorStream stream, in KernelConfig kernelConfig, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct =>
        Loaded<(T1, T2, T3, T4, T5, T6, T7, T8)>(action, isGrouped: true).Launch(stream, LaunchDimensions.Of(kernelConfig), (arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8));

    /// <inheritdoc cref="Launch{T1}(Action{T1}, AcceleratorStream, in KernelConfig, T1)"/>
    public void Launch<T1, T2, T3, T4, T5, T6, T7, T8>(Action<T1, T2, T3, T4, T5, T6, T7, T8> action, in KernelConfig kernelConfig, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct =>
        Loaded<(T1, T2, T3, T4, T5, T6, T7, T8)>(action, isGrouped: true).Launch(LaunchDimensions.Of(kernelConfig), (arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8));

    /// <inheritdoc cref="LaunchAutoGrouped{TIndex, T1}(Action{TIndex, T1}, AcceleratorStream, TIndex, T1)"/>
    public void LaunchAutoGrouped<TIndex, T1, T2, T3, T4, T5, T6, T7, T8>(Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8> action, AcceleratorStream stream, TIndex extent, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8)
        where TIndex : struct, IGenericIndex<TIndex> where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct =>
        Loaded<(T1, T2, T3, T4, T5, T6, T7, T8)>(action, isGrouped: false).Launch(stream, LaunchDimensions.Of(extent), (arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8));

    /// <inheritdoc cref="LaunchAutoGrouped{TIndex, T1}(Action{TIndex, T1}, AcceleratorStream, TIndex, T1)"/>
    public void LaunchAutoGrouped<TIndex, T1, T2, T3, T4, T5, T6, T7, T8>(Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8> action, TIndex extent, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8)
        where TIndex : struct, IGenericIndex<TIndex> where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct =>
        Loaded<(T1, T2, T3, T4, T5, T6, T7, T8)>(action, isGrouped: false).Launch(LaunchDimensions.Of(extent), (arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8));

    /// <inheritdoc cref="Launch{T1}(Action{T1}, AcceleratorStream, in KernelConfig, T1)"/>
    public void Launch<T1, T2, T3, T4, T5, T6, T7, T8, T9>(Action<T1, T2, T3, T4, T5, T6, T7, T8, T9> action, AcceleratorStream stream, in KernelConfig kernelConfig, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct =>
        Loaded<(T1, T2, T3, T4, T5, T6, T7, T8, T9)>(action, isGrouped: true).Launch(stream, LaunchDimensions.Of(kernelConfig), (arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9));

    /// <inheritdoc cref="Launch{T1}(Action{T1}, AcceleratorStream, in KernelConfig, T1)"/>
    public void Launch<T1, T2, T3, T4, T5, T6, T7, T8, T9>(Action<T1, T2, T3, T4, T5, T6, T7, T8, T9> action, in KernelConfig kernelConfig, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct =>
        Loaded<(T1, T2, T3, T4, T5, T6, T7, T8, T9)>(action, isGrouped: true).Launch(LaunchDimensions.Of(kernelConfig), (arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9));

    /// <inheritdoc cref="LaunchAutoGrouped{TIndex, T1}(Action{TIndex, T1}, AcceleratorStream, TIndex, T1)"/>
    public void LaunchAutoGrouped<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9>(Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9> action, AcceleratorStream stream, TIndex extent, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9)
        where TIndex : struct, IGenericIndex<TIndex> where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct =>
        Loaded<(T1, T2, T3, T4, T5, T6, T7, T8, T9)>(action, isGrouped: false).Launch(stream, LaunchDimensions.Of(extent), (arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9));

    /// <inheritdoc cref="LaunchAutoGrouped{TIndex, T1}(Action{TIndex, T1}, AcceleratorStream, TIndex, T1)"/>
    public void LaunchAutoGrouped<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9>(Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9> action, TIndex extent, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9)
        where TIndex : struct, IGenericIndex<TIndex> where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct =>
        Loaded<(T1, T2, T3, T4, T5, T6, T7, T8, T9)>(action, isGrouped: false).Launch(LaunchDimensions.Of(extent), (arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9));

    /// <inheritdoc cref="Launch{T1}(Action{T1}, AcceleratorStream, in KernelConfig, T1)"/>
    public void Launch<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>(Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10> action, AcceleratorStream stream, in KernelConfig kernelConfig, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct =>
        Loaded<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10)>(action, isGrouped: true).Launch(stream, LaunchDimensions.Of(kernelConfig), (arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10));

    /// <inheritdoc cref="Launch{T1}(Action{T1}, AcceleratorStream, in KernelConfig, T1)"/>
    public void Launch<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>(Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10> action, in KernelConfig kernelConfig, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct =>
        Loaded<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10)>(action, isGrouped: true).Launch(LaunchDimensions.Of(kernelConfig), (arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10));

    /// <inheritdoc cref="LaunchAutoGrouped{TIndex, T1}(Action{TIndex, T1}, AcceleratorStream, TIndex, T1)"/>
    public void LaunchAutoGrouped<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>(Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10> action, AcceleratorStream stream, TIndex extent, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10)
        where TIndex : struct, IGenericIndex<TIndex> where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct =>
        Loaded<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10)>(action, isGrouped: false).Launch(stream, LaunchDimensions.Of(extent), (arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10));

    /// <inheritdoc cref="LaunchAutoGrouped{TIndex, T1}(Action{TIndex, T1}, AcceleratorStream, TIndex, T1)"/>
    public void LaunchAutoGrouped<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>(Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10> action, TIndex extent, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10)
        where TIndex : struct, IGenericIndex<TIndex> where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct =>
        Loaded<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10)>(action, isGrouped: false).Launch(LaunchDimensions.Of(extent), (arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10));

    /// <inheritdoc cref="Launch{T1}(Action{T1}, AcceleratorStream, in KernelConfig, T1)"/>
    public void Launch<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>(Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11> action, AcceleratorStream stream, in KernelConfig kernelConfig, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct =>
        Loaded<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11)>(action, isGrouped: true).Launch(stream, LaunchDimensions.Of(kernelConfig), (arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10, arg11));

    /// <inheritdoc cref="Launch{T1}(Action{T1}, AcceleratorStream, in KernelConfig, T1)"/>
    public void Launch<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>(Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11> action, in KernelConfig kernelConfig, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct =>
        Loaded<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11)>(action, isGrouped: true).Launch(LaunchDimensions.Of(kernelConfig), (arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10, arg11));

    /// <inheritdoc cref="LaunchAutoGrouped{TIndex, T1}(Action{TIndex, T1}, AcceleratorStream, TIndex, T1)"/>
    public void LaunchAutoGrouped<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>(Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11> action, AcceleratorStream stream, TIndex extent, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11)
        where TIndex : struct, IGenericIndex<TIndex> where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct =>
        Loaded<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11)>(action, isGrouped: false).Launch(stream, LaunchDimensions.Of(extent), (arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10, arg11));

    /// <inheritdoc cref="LaunchAutoGrouped{TIndex, T1}(Action{TIndex, T1}, AcceleratorStream, TIndex, T1)"/>
    public void LaunchAutoGrouped<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>(Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11> action, TIndex extent, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11)
        where TIndex : struct, IGenericIndex<TIndex> where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct =>
        Loaded<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11)>(action, isGrouped: false).Launch(LaunchDimensions.Of(extent), (arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10, arg11));

    /// <inheritdoc cref="Launch{T1}(Action{T1}, AcceleratorStream, in KernelConfig, T1)"/>
    public void Launch<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>(Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12> action, AcceleratorStream stream, in KernelConfig kernelConfig, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct =>
        Loaded<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12)>(action, isGrouped: true).Launch(stream, LaunchDimensions.Of(kernelConfig), (arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10, arg11, arg12));

    /// <inheritdoc cref="Launch{T1}(Action{T1}, AcceleratorStream, in KernelConfig, T1)"/>
    public void Launch<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>(Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12> action, in KernelConfig kernelConfig, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct =>
        Loaded<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12)>(action, isGrouped: true).Launch(LaunchDimensions.Of(kernelConfig), (arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10, arg11, arg12));

    /// <inheritdoc cref="LaunchAutoGrouped{TIndex, T1}(Action{TIndex, T1}, AcceleratorStream, TIndex, T1)"/>
    public void LaunchAutoGrouped<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>(Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12> action, AcceleratorStream stream, TIndex extent, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12)
        where TIndex : struct, IGenericIndex<TIndex> where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct =>
        Loaded<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12)>(action, isGrouped: false).Launch(stream, LaunchDimensions.Of(extent), (arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10, arg11, arg12));

    /// <inheritdoc cref="LaunchAutoGrouped{TIndex, T1}(Action{TIndex, T1}, AcceleratorStream, TIndex, T1)"/>
    public void LaunchAutoGrouped<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>(Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12> action, TIndex extent, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12)
        where TIndex : struct, IGenericIndex<TIndex> where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct =>
        Loaded<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12)>(action, isGrouped: false).Launch(LaunchDimensions.Of(extent), (arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10, arg11, arg12));

    /// <inheritdoc cref="Launch{T1}(Action{T1}, AcceleratorStream, in KernelConfig, T1)"/>
    public void Launch<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>(Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13> action, AcceleratorStream stream, in KernelConfig kernelConfig, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12, T13 arg13)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct where T13 : struct =>
        Loaded<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13)>(action, isGrouped: true).Launch(stream, LaunchDimensions.Of(kernelConfig), (arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10, arg11, arg12, arg13));

    /// <inheritdoc cref="Launch{T1}(Action{T1}, AcceleratorStream, in KernelConfig, T1)"/>
    public void Launch<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>(Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13> action, in KernelConfig kernelConfig, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12, T13 arg13)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct where T13 : struct =>
        Loaded<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13)>(action, isGrouped: true).Launch(LaunchDimensions.Of(kernelConfig), (arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10, arg11, arg12, arg13));

    /// <inheritdoc cref="LaunchAutoGrouped{TIndex, T1}(Action{TIndex, T1}, AcceleratorStream, TIndex, T1)"/>
    public void LaunchAutoGrouped<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>(Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13> action, AcceleratorStream stream, TIndex extent, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12, T13 arg13)
        where TIndex : struct, IGenericIndex<TIndex> where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct where T13 : struct =>
        Loaded<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13)>(action, isGrouped: false).Launch(stream, LaunchDimensions.Of(extent), (arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10, arg11, arg12, arg13));

    /// <inheritdoc cref="LaunchAutoGrouped{TIndex, T1}(Action{TIndex, T1}, AcceleratorStream, TIndex, T1)"/>
    public void LaunchAutoGrouped<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>(Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13> action, TIndex extent, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12, T13 arg13)
        where TIndex : struct, IGenericIndex<TIndex> where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct where T13 : struct =>
        Loaded<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13)>(action, isGrouped: false).Launch(LaunchDimensions.Of(extent), (arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10, arg11, arg12, arg13));

    /// <inheritdoc cref="Launch{T1}(Action{T1}, AcceleratorStream, in KernelConfig, T1)"/>
    public void Launch<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>(Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14> action, AcceleratorStream stream, in KernelConfig kernelConfig, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12, T13 arg13, T14 arg14)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct where T13 : struct where T14 : struct =>
        Loaded<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14)>(action, isGrouped: true).Launch(stream, LaunchDimensions.Of(kernelConfig), (arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10, arg11, arg12, arg13, arg14));

    /// <inheritdoc cref="Launch{T1}(Action{T1}, AcceleratorStream, in KernelConfig, T1)"/>
    public void Launch<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>(Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14> action, in KernelConfig kernelConfig, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12, T13 arg13, T14 arg14)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct where T13 : struct where T14 : struct =>
        Loaded<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14)>(action, isGrouped: true).Launch(LaunchDimensions.Of(kernelConfig), (arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10, arg11, arg12, arg13, arg14));

    /// <inheritdoc cref="LaunchAutoGrouped{TIndex, T1}(Action{TIndex, T1}, AcceleratorStream, TIndex, T1)"/>
    public void LaunchAutoGrouped<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>(Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14> action, AcceleratorStream stream, TIndex extent, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12, T13 arg13, T14 arg14)
        where TIndex : struct, IGenericIndex<TIndex> where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct where T13 : struct where T14 : struct =>
        Loaded<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14)>(action, isGrouped: false).Launch(stream, LaunchDimensions.Of(extent), (arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10, arg11, arg12, arg13, arg14));

    /// <inheritdoc cref="LaunchAutoGrouped{TIndex, T1}(Action{TIndex, T1}, AcceleratorStream, TIndex, T1)"/>
    public void LaunchAutoGrouped<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>(Action<TIndex, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14> action, TIndex extent, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, T9 arg9, T10 arg10, T11 arg11, T12 arg12, T13 arg13, T14 arg14)
        where TIndex : struct, IGenericIndex<TIndex> where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct where T8 : struct where T9 : struct where T10 : struct where T11 : struct where T12 : struct where T13 : struct where T14 : struct =>
        Loaded<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14)>(action, isGrouped: false).Launch(LaunchDimensions.Of(extent), (arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8, arg9, arg10, arg11, arg12, arg13, arg14));
}
