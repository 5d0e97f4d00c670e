using FlowLab.Accelerators.Simd;
using ILGPU;
using ILGPU.Algorithms;
using ILGPU.Runtime;

namespace FlowLab.Host.Devices;

/// <summary>The device that a run computes on.</summary>
public sealed class RunDevice : IDisposable
{
    private readonly Context _context;

    private RunDevice(Context context, Accelerator accelerator, string kind, string driver, int threads)
    {
        Kind = kind;
        _context = context;
        Accelerator = accelerator;
        Title = $"{accelerator.Name}, driven by {driver}";
        Threads = threads;
    }

    /// <summary>Where kernels run.</summary>
    public Accelerator Accelerator { get; }

    /// <summary>One of <see cref="DeviceName"/>: what the last digits of numbers depend on.</summary>
    public string Kind { get; }

    /// <summary>The device and what drives it.</summary>
    public string Title { get; }

    /// <summary>Host threads that kernels use on the CPU.</summary>
    public int Threads { get; }

    /// <summary>Whether a thread that does not return has it, so that nothing else can use it any more.</summary>
    public bool IsLeftBehind { get; private set; }

    /// <summary>Opens the device that <c>--device</c> names.</summary>
    /// <param name="name">cpu, opencl or opencl:1.</param>
    /// <param name="threads">Threads on the CPU; null takes one per core.</param>
    /// <param name="isChecked">Whether kernels check every access to a view, which the processor alone can do.</param>
    /// <exception cref="FlowLabException">There is no such device, or it does not work.</exception>
    public static RunDevice Open(string name, int? threads, bool isChecked = false)
    {
        int count = CountThreads(threads);
        DeviceOffer offer = DeviceSurvey.Find(name) ?? throw NoDevice(name);
        return isChecked ? OpenChecked(offer, count) : Open(offer, count);
    }

    /// <summary>What <c>--threads</c> says, or a thread per core.</summary>
    /// <exception cref="FlowLabException">It says nothing that could be.</exception>
    public static int CountThreads(int? stated) => (stated ?? Environment.ProcessorCount) is var count and >= 1 and <= 1024
        ? count
        : throw new FlowLabException("FLR021", $"--threads is {stated}; allowed: 1 to 1024.");

    /// <inheritdoc/>
    public void Dispose()
    {
        if (IsLeftBehind)
            return;
        Accelerator.Dispose();
        _context.Dispose();
    }

    /// <summary>A thread that does not return has the device, so that disposing of it would wait for ever: it goes with the process.</summary>
    public void LeaveBehind() => IsLeftBehind = true;

    /// <summary>A context whose devices are opened beside it: no driver is asked. ILGPU's level O2 is wrong on OpenCL devices.</summary>
    internal static Context CreateContext() => Context.Create(builder => builder.EnableAlgorithms());

    private static RunDevice Open(DeviceOffer offer, int threads)
    {
        Context context = CreateContext();
        // The processor's own kernels are tested where it is built, and a probe would keep every start waiting.
        DeviceOpening opening = DeviceOpening.Of(offer, context, threads, isProbed: offer.Kind != DeviceName.Cpu);
        if (opening is { Accelerator: { } accelerator, Driver: { } driver })
            return new RunDevice(context, accelerator, offer.Kind, driver.Title, threads);
        context.Dispose();
        throw new FlowLabException(
            DeviceFaults.Refused, $"the device '{offer.Name}', {offer.Title}, cannot be used: {opening.Reason}. Choose another one; 'flowlab devices' lists them.");
    }

    private static RunDevice OpenChecked(DeviceOffer offer, int threads)
    {
        if (offer.Kind != DeviceName.Cpu)
            throw new FlowLabException("FLR027", $"--checked needs --device {DeviceName.Cpu}; found '{offer.Name}'. Kernels are the same on all devices: check them on the processor.");
        Context context = CreateContext();
        return new RunDevice(context, new SimdDevice(threads) { IsChecked = true }.CreateSimdAccelerator(context), offer.Kind, $"{DeviceDriver.Simd}, with bounds checks", threads);
    }

    private static FlowLabException NoDevice(string name) => new(
        "FLR020",
        $"there is no device '{name}'. Allowed: {string.Join(", ", DeviceSurvey.Take().Offers.Where(offer => !offer.IsRefused).Select(offer => offer.Name))}. 'flowlab devices' lists what this machine has, and why some of it cannot be used.");
}
