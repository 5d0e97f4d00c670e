namespace ILGPU.Runtime;

/// <summary>
/// A queue of launches and copies that run in order. Call <see cref="Synchronize"/> before the host reads what they wrote: the CPU
/// device happens to finish each of them before the call returns, other devices do not.
/// </summary>
public abstract class AcceleratorStream : AcceleratorObject
{
    private protected AcceleratorStream(Accelerator accelerator)
        : base(accelerator)
    {
    }

    /// <summary>Waits until everything queued so far is done.</summary>
    public abstract void Synchronize();

    /// <inheritdoc cref="Synchronize"/>
    public Task SynchronizeAsync() => Task.Run(Synchronize);
}
