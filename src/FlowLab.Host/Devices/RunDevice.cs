using ILGPU;
using ILGPU.Algorithms;
using ILGPU.Runtime;

namespace FlowLab.Host.Devices;

/// <summary>The device that a run computes on.</summary>
public sealed class RunDevice : IDisposable
{
    private readonly Context _context;

    private RunDevice(Context context, Accelerator accelerator, string driver, int threads)
    {
        _context = context;
        Accelerator = accelerator;
        Title = $"{accelerator.Name}, driven by {driver}";
        Threads = threads;
    }

    /// <summary>Where kernels run.</summary>
    public Accelerator Accelerator { get; }

    /// <summary>The device and what drives it.</summary>
    public string Title { get; }

    /// <summary>Host threads that kernels use on the CPU.</summary>
    public int Threads { get; }

    /// <summary>Opens the device that <c>--device</c> names.</summary>
    /// <param name="name">cpu, opencl or opencl:1.</param>
    /// <param name="threads">Threads on the CPU; null takes one per core.</param>
    /// <exception cref="FlowLabException">There is no such device, or it does not work.</exception>
    public static RunDevice Open(string name, int? threads)
    {
        int count = threads ?? Environment.ProcessorCount;
        if (count is < 1 or > 1024)
            throw new FlowLabException("FLR021", $"--threads is {count}; allowed: 1 to 1024.");
        return Open(DeviceSurvey.Find(name) ?? throw NoDevice(name), count);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Accelerator.Dispose();
        _context.Dispose();
    }

    /// <summary>A context whose devices are opened beside it: no driver is asked. ILGPU's level O2 is wrong on OpenCL devices.</summary>
    internal static Context CreateContext() => Context.Create(builder => builder.EnableAlgorithms());

    private static RunDevice Open(DeviceOffer offer, int threads)
    {
        Context context = CreateContext();
        // The processor's own kernels are tested where it is built, and a probe would keep every start waiting.
        DeviceOpening opening = DeviceOpening.Of(offer, context, threads, isProbed: offer.Kind != DeviceName.Cpu);
        if (opening is { Accelerator: { } accelerator, Driver: { } driver })
            return new RunDevice(context, accelerator, driver.Title, threads);
        context.Dispose();
        throw new FlowLabException(
            DeviceFaults.Refused, $"the device '{offer.Name}', {offer.Title}, cannot be used: {opening.Reason}. Choose another one; 'flowlab devices' lists them.");
    }

    private static FlowLabException NoDevice(string name) => new(
        "FLR020",
        $"there is no device '{name}'. Allowed: {string.Join(", ", DeviceSurvey.Take().Offers.Where(offer => !offer.IsRefused).Select(offer => offer.Name))}. 'flowlab devices' lists what this machine has, and why some of it cannot be used.");
}
