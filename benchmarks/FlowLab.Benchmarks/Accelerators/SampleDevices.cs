using FlowLab.Accelerators.OpenCl12;
using FlowLab.Accelerators.Simd;
using ILGPU;
using ILGPU.Algorithms;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;
using ILGPU.Runtime.Cuda;
using ILGPU.Runtime.OpenCL;

namespace FlowLab.Benchmarks.Accelerators;

/// <summary>
/// The SIMD accelerator first, then ILGPU's emulation on the CPU, then what else there is. The emulation is the device that ILGPU's default
/// context lists first: groups of 16, whose threads are threads of the machine, so that work is small enough for it.
/// </summary>
internal sealed class SampleDevices : IDisposable
{
    private readonly Context _context = Context.Create(builder => builder.CPU(CPUDevice.Default).OpenCL().Cuda().OpenCl12().EnableAlgorithms());

    public SampleDevices()
    {
        All = [new("simd", _context.CreateSimdAccelerator()), new("ilgpu_cpu", _context.CreateCPUAccelerator(0)), .. Others()];
        foreach (SampleDevice device in All)
            Console.Error.WriteLine($"{device.Label}: {device.Accelerator}");
    }

    public IReadOnlyList<SampleDevice> All { get; }

    public void Dispose()
    {
        foreach (SampleDevice device in All)
            device.Accelerator.Dispose();
        _context.Dispose();
    }

    private IEnumerable<SampleDevice> Others() => _context.Devices
        .Where(device => device is not CPUDevice)
        .Select((device, number) => new SampleDevice($"{KindOf(device)}_{number}", device.CreateAccelerator(_context)));

    private static string KindOf(Device device) => device switch
    {
        CudaDevice => "cuda",
        CLDevice => "ilgpu_opencl",
        _ => "opencl12",
    };
}
