using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using FlowLab.Accelerators.Frontend;
using ILGPU.Backends;

namespace FlowLab.Accelerators.Launches;

/// <summary>A loaded kernel of one of our accelerators, with the launcher that ILGPU makes its delegates of.</summary>
internal abstract unsafe class LaunchableKernel : Kernel
{
    private readonly LaunchLimits _limits;
    private readonly KernelEntry _entry;
    private readonly IObservedAccelerator _accelerator;
    private LaunchTraffic? _traffic;

    private protected LaunchableKernel(Accelerator accelerator, CompiledKernel compiled, KernelEntry entry, LaunchLimits limits)
        : base(accelerator, compiled, LauncherEmitter.Emit(entry)) =>
        (_limits, _entry, _accelerator) = (limits, entry, (IObservedAccelerator)accelerator);

    /// <summary>What emitted launchers call.</summary>
    /// <param name="kernel">The kernel that the delegate is bound to.</param>
    /// <param name="stream">A stream of its accelerator.</param>
    /// <param name="dimensions">The instances.</param>
    /// <param name="arguments">8 bytes per slot: see <see cref="ArgumentBlock"/>.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void Enter(Kernel kernel, AcceleratorStream stream, in LaunchDimensions dimensions, long* arguments) =>
        Unsafe.As<LaunchableKernel>(kernel).Launch(stream, in dimensions, arguments);

    /// <summary>Runs the kernel, or queues it on the stream.</summary>
    private protected abstract void LaunchCore(AcceleratorStream stream, in LaunchDimensions dimensions, long* arguments);

    private void Launch(AcceleratorStream stream, in LaunchDimensions dimensions, long* arguments)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        ObjectDisposedException.ThrowIf(stream.IsDisposed, stream);
        if (stream.Accelerator != Accelerator)
            ThrowForeignStream(stream);
        if (dimensions.IsGrouped)
            _limits.Verify(in dimensions);
        if (_accelerator.Observer is { } observer)
            LaunchObserved(observer, stream, in dimensions, arguments);
        else
            LaunchCore(stream, in dimensions, arguments);
    }

    private void LaunchObserved(ILaunchObserver observer, AcceleratorStream stream, in LaunchDimensions dimensions, long* arguments)
    {
        var bytes = (_traffic ??= LaunchTraffic.Of(_entry)).BytesOf(arguments);
        stream.Synchronize();
        var start = Stopwatch.GetTimestamp();
        LaunchCore(stream, in dimensions, arguments);
        stream.Synchronize();
        observer.Launched(_entry, bytes, start, Stopwatch.GetTimestamp());
    }

    [DoesNotReturn]
    private void ThrowForeignStream(AcceleratorStream stream) => throw new ArgumentException(
        $"FLK206: the kernel was loaded on {Accelerator.Name}, the stream belongs to another accelerator, {stream.Accelerator.Name}; "
        + "launch on a stream of the kernel's own accelerator.",
        nameof(stream));
}
