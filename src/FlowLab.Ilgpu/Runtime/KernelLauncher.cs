namespace ILGPU.Runtime;

/// <summary>A loaded kernel of one device.</summary>
/// <typeparam name="TIndex">The index type of the launch.</typeparam>
/// <typeparam name="TArguments">The value tuple of the kernel's parameters after the index.</typeparam>
internal abstract class KernelLauncher<TIndex, TArguments>(Accelerator accelerator)
    where TIndex : struct, IIndex
    where TArguments : struct
{
    protected Accelerator Accelerator { get; } = accelerator;

    public void Launch(TIndex extent, in TArguments arguments)
    {
        Accelerator.ThrowIfDisposed();
        LaunchCore(extent, arguments);
    }

    public void Launch(AcceleratorStream stream, TIndex extent, in TArguments arguments)
    {
        ArgumentNullException.ThrowIfNull(stream);
        Accelerator.ThrowIfDisposed();
        ObjectDisposedException.ThrowIf(stream.IsDisposed, stream);
        if (stream.Accelerator != Accelerator)
            ThrowForeignStream(stream);
        LaunchCore(extent, arguments);
    }

    protected abstract void LaunchCore(TIndex extent, in TArguments arguments);

    private void ThrowForeignStream(AcceleratorStream stream) => throw new ArgumentException(
        $"The kernel was loaded on {Accelerator}, the stream belongs to another accelerator, {stream.Accelerator}; "
        + "launch on a stream of the kernel's own accelerator.",
        nameof(stream));
}
