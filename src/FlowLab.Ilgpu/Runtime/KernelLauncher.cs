namespace ILGPU.Runtime;

/// <summary>A loaded kernel of one device.</summary>
/// <typeparam name="TArguments">The value tuple of the C# arguments after the index.</typeparam>
internal abstract class KernelLauncher<TArguments>(Accelerator accelerator)
    where TArguments : struct
{
    protected Accelerator Accelerator { get; } = accelerator;

    /// <summary>How large groups may be; set when the kernel is loaded.</summary>
    internal LaunchLimits? Limits { get; set; }

    public void Launch(in LaunchDimensions dimensions, in TArguments arguments)
    {
        Accelerator.ThrowIfDisposed();
        if (dimensions.IsGrouped)
            Limits?.Verify(in dimensions);
        LaunchCore(Accelerator.DefaultStream, in dimensions, in arguments);
    }

    public void Launch(AcceleratorStream stream, in LaunchDimensions dimensions, in TArguments arguments)
    {
        ArgumentNullException.ThrowIfNull(stream);
        Accelerator.ThrowIfDisposed();
        ObjectDisposedException.ThrowIf(stream.IsDisposed, stream);
        if (stream.Accelerator != Accelerator)
            ThrowForeignStream(stream);
        if (dimensions.IsGrouped)
            Limits?.Verify(in dimensions);
        LaunchCore(stream, in dimensions, in arguments);
    }

    /// <summary>Runs the kernel, or queues it on the stream, which is one of the accelerator.</summary>
    protected abstract void LaunchCore(AcceleratorStream stream, in LaunchDimensions dimensions, in TArguments arguments);

    private void ThrowForeignStream(AcceleratorStream stream) => throw new ArgumentException(
        $"The kernel was loaded on {Accelerator}, the stream belongs to another accelerator, {stream.Accelerator}; "
        + "launch on a stream of the kernel's own accelerator.",
        nameof(stream));
}
