using FlowLab.Engine.Memory;
using ILGPU.Runtime;

namespace FlowLab.Engine.Training;

/// <summary>Whether components kept to the memory that they were given.</summary>
public sealed partial class TrainingSession
{
    /// <summary>
    /// Looks for numbers that a kernel wrote beside its buffers since the last look. If there are some, the last update is made once more with a look after every
    /// pass, to find out whose kernel it was; the session is of no use afterwards. The first update of a session is watched like that from the start.
    /// </summary>
    /// <exception cref="FlowLabEngineException">FLE040.</exception>
    public void CheckMemory()
    {
        if (DeviceGuards.Of(Accelerator).TakeOverrun() is not { } overrun)
            return;
        if (_objective is not null && Update > 0)
            Replay();
        throw DeviceGuards.Fault("", "a component of this cell, which did not do it again when the last update was repeated", overrun);
    }

    /// <summary>Bytes that the buffers of all sessions on this device have now, and packed copies of weights beside them: what grows with the number of seeds.</summary>
    public long HeldBytes => DeviceGuards.Of(Accelerator).Bytes + AlignedMemory.Held;

    /// <summary>From now on, looks after every pass of a component, as long as that is cheap: where device and host share their memory.</summary>
    public void WatchMemory() => _turns.IsWatching = Accelerator.AcceleratorType == AcceleratorType.CPU;

    private void Replay()
    {
        _isFirst = true;
        Update--;
        Step();
    }
}
