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

    /// <summary>Marks the moment at which everything queued so far is done; the time between two markers is their difference.</summary>
    /// <exception cref="NotSupportedException">FLK020: the context was built without profiling.</exception>
    public ProfilingMarker AddProfilingMarker()
    {
        if (!Accelerator.Context.Properties.EnableProfiling)
        {
            throw new NotSupportedException(
                "FLK020: markers need a context that profiles, and this one does not; build it with builder.Profiling().");
        }

        return AddProfilingMarkerCore();
    }

    /// <summary>For streams without a clock of their own: waits, then takes the host's time.</summary>
    private protected virtual ProfilingMarker AddProfilingMarkerCore()
    {
        Synchronize();
        return new HostProfilingMarker(Accelerator);
    }
}
