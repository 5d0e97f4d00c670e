using System.Collections.Immutable;
using ILGPU.Runtime;
using ILGPU.Util;

namespace ILGPU;

/// <summary>The devices in reach and the settings for using them. Disposing it disposes its accelerators.</summary>
public sealed partial class Context : DisposeBase
{
    private readonly Lock _acceleratorsLock = new();
    private readonly List<WeakReference<Accelerator>> _accelerators = [];

    private Context(Builder properties, ImmutableArray<Device> devices)
    {
        Properties = properties;
        Devices = devices;
        BoundsCheck.Enabled |= properties.EnableAssertions;
    }

    /// <summary>Raised for every accelerator created from this context.</summary>
    public event EventHandler<Accelerator>? AcceleratorCreated;

    public ImmutableArray<Device> Devices { get; }

    public ContextProperties Properties { get; }

    /// <summary>Starts an empty configuration; <see cref="Builder.ToContext"/> ends it.</summary>
    public static Builder Create() => new();

    public static Context Create(Action<Builder> buildingCallback)
    {
        ArgumentNullException.ThrowIfNull(buildingCallback);
        var builder = Create();
        buildingCallback(builder);
        return builder.ToContext();
    }

    /// <summary>A context with all devices and default settings.</summary>
    public static Context CreateDefault() => Create(builder => builder.Default());

    /// <inheritdoc cref="Builder.AutoAssertions"/>
    public static Context CreateDefaultAutoAssertions() => Create(builder => builder.Default().AutoAssertions());

    /// <inheritdoc cref="Builder.AutoDebug"/>
    public static Context CreateDefaultAutoDebug() => Create(builder => builder.Default().AutoDebug());

    /// <exception cref="ArgumentOutOfRangeException">There is no such device.</exception>
    public TDevice GetDevice<TDevice>(int deviceIndex)
        where TDevice : Device =>
        GetDevices<TDevice>()[deviceIndex];

    public DeviceCollection<TDevice> GetDevices<TDevice>()
        where TDevice : Device =>
        new(Devices.OfType<TDevice>().ToImmutableArray());

    /// <summary>The device to use: the first that is not a CPU, unless a CPU is preferred or there is nothing else.</summary>
    /// <exception cref="NotSupportedException">The context has no device.</exception>
    public Device GetPreferredDevice(bool preferCPU) =>
        GetPreferredDevices(preferCPU, matchingDevicesOnly: false).FirstOrDefault()
        ?? throw new NotSupportedException("The context has no device; register one with builder.Default() or builder.CPU().");

    /// <summary>The devices, preferred ones first; the others only if <paramref name="matchingDevicesOnly"/> is false.</summary>
    public IEnumerable<Device> GetPreferredDevices(bool preferCPU, bool matchingDevicesOnly)
    {
        bool IsPreferred(Device device) => (device.AcceleratorType == AcceleratorType.CPU) == preferCPU;
        return matchingDevicesOnly ? Devices.Where(IsPreferred) : Devices.OrderBy(device => IsPreferred(device) ? 0 : 1);
    }

    public ImmutableArray<Device>.Enumerator GetEnumerator() => Devices.GetEnumerator();

    internal TAccelerator Track<TAccelerator>(TAccelerator accelerator)
        where TAccelerator : Accelerator
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        lock (_acceleratorsLock)
            _accelerators.Add(new(accelerator));
        AcceleratorCreated?.Invoke(this, accelerator);
        return accelerator;
    }

    protected override void Dispose(bool disposing)
    {
        lock (_acceleratorsLock)
        {
            foreach (var reference in _accelerators)
            {
                if (reference.TryGetTarget(out var accelerator))
                    accelerator.Dispose();
            }
        }

        base.Dispose(disposing);
    }
}
