using System.Runtime.CompilerServices;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Engine.Memory;

/// <summary>
/// All guarded buffers of a device. A look at them costs two small copies for each, so that usually it is taken at checkpoints; where a culprit is wanted, after
/// every pass of a component. Not thread-safe, as sessions are not.
/// </summary>
internal sealed class DeviceGuards
{
    private static readonly ConditionalWeakTable<Accelerator, DeviceGuards> Known = [];

    private readonly Accelerator _accelerator;
    private readonly List<IGuardedBuffer> _buffers = [];
    private MemoryOverrun? _ofDisposed;

    private DeviceGuards(Accelerator accelerator) => _accelerator = accelerator;

    /// <summary>Those of a device.</summary>
    public static DeviceGuards Of(Accelerator accelerator) => Known.GetValue(accelerator, static key => new DeviceGuards(key));

    /// <summary>Bytes of device memory that all guarded buffers have.</summary>
    public long Bytes => _buffers.Sum(buffer => buffer.Bytes);

    public void Add(IGuardedBuffer buffer) => _buffers.Add(buffer);

    /// <summary>Forgets a buffer that is about to be freed; what was written beside it is remembered.</summary>
    public void Remove(IGuardedBuffer buffer)
    {
        _buffers.Remove(buffer);
        try
        {
            _accelerator.Synchronize();
            _ofDisposed ??= buffer.TakeOverrun();
        }
        catch (AcceleratorException)
        {
            // A device that has failed has nothing to tell any more.
        }
    }

    /// <summary>What was written beside a buffer since the last look; null if nothing was. Waits for the device.</summary>
    public MemoryOverrun? TakeOverrun()
    {
        _accelerator.Synchronize();
        MemoryOverrun? found = _ofDisposed;
        _ofDisposed = null;
        foreach (IGuardedBuffer buffer in _buffers)
            found = buffer.TakeOverrun() is { } overrun && found is null ? overrun : found;
        return found;
    }

    /// <summary>The refusal of a cell whose components write beside their buffers.</summary>
    /// <param name="component">Where the manifest names the component; empty if it is not known.</param>
    /// <param name="culprit">Who did it, and when.</param>
    /// <param name="overrun">What was done.</param>
    public static FlowLabEngineException Fault(string component, string culprit, MemoryOverrun overrun) => new(
        $"FLE040: {overrun}, by {culprit}. A kernel writes out of its views, so that no number of this cell can be trusted; --checked names kernel, source line, index and view")
    {
        Component = component,
    };
}
