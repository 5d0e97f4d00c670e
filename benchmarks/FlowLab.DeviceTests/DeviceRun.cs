using ILGPU;
using ILGPU.Runtime.Cuda;
using ILGPU.Tests.Cuda;

namespace FlowLab.DeviceTests;

/// <summary>Finds the devices and says what became of them.</summary>
internal static class DeviceRun
{
    /// <summary>Runs something on every device that kernels run on.</summary>
    /// <param name="run">Says how many faults there were.</param>
    internal static int OnDevices(Func<CudaAccelerator, int> run)
    {
        var installation = CudaInstallation.Current;
        foreach (var refused in installation.Devices.Where(device => device.Refusal is not null))
            Console.WriteLine($"{refused.Name}: kernels do not run on it: {refused.Refusal}");
        using var context = Context.Create(builder => builder.Cuda().Profiling());
        if (context.GetCudaDevices().Count == 0)
        {
            Console.WriteLine($"no CUDA device: {installation.Fault ?? "kernels run on none of them"}");
            return ExitCode.NoDevice;
        }

        var faults = 0;
        foreach (var device in context.GetCudaDevices())
        {
            using var accelerator = device.CreateCudaAccelerator(context);
            faults += On(accelerator, run);
        }

        return faults == 0 ? ExitCode.Success : ExitCode.Failure;
    }

    /// <summary>Runs something on the simulated driver.</summary>
    internal static int Simulated(Func<CudaAccelerator, int> run)
    {
        using var fixture = new CudaFixture(isProfiled: true);
        return On(fixture.Accelerator, run) == 0 ? ExitCode.Success : ExitCode.Failure;
    }

    private static int On(CudaAccelerator accelerator, Func<CudaAccelerator, int> run)
    {
        var device = accelerator.Device;
        var (major, minor) = device.ComputeCapability;
        Console.WriteLine(
            $"{device.Name}: compute capability {major}.{minor}, {device.NumMultiprocessors} multiprocessors, {device.MemorySize >> 20} MiB, "
            + $"driver of CUDA {device.DriverNumber / 1000}.{device.DriverNumber % 1000 / 10}, {(CudaBlasLibrary.Current is null ? "no cuBLAS" : "with cuBLAS")}");
        return run(accelerator);
    }
}
