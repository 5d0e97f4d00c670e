using FlowLab.Accelerators.OpenCl12;
using FlowLab.Accelerators.Simd;
using ILGPU;
using ILGPU.Algorithms;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;
using ILGPU.Runtime.Cuda;
using ILGPU.Runtime.OpenCL;

namespace FlowLab.Benchmarks.Accelerators;

/// <summary>The SIMD accelerator first, then ILGPU's emulation on the CPU, then what else there is.</summary>
internal sealed class SampleDevices : IDisposable
{
    private readonly Context _context = Context.Create(builder => builder.CPU(Emulation).OpenCL().Cuda().OpenCl12().EnableAlgorithms());

    public SampleDevices()
    {
        All = [new("simd", _context.CreateSimdAccelerator()), new("ilgpu_cpu", _context.CreateCPUAccelerator(0)), .. Others()];
        foreach (SampleDevice device in All)
            Console.Error.WriteLine($"{device.Label}: {device.Accelerator}");
    }

    public IReadOnlyList<SampleDevice> All { get; }

    /// <summary>Groups of 64, which the tiled product needs; ILGPU makes each thread of a group a thread of the machine.</summary>
    private static CPUDevice Emulation => new(4, 16, 1);

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
