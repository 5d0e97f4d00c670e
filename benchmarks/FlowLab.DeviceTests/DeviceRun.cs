using FlowLab.Accelerators.Simd;
using ILGPU;
using ILGPU.Algorithms;
using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;

namespace FlowLab.DeviceTests;

/// <summary>Finds the devices and says what became of them.</summary>
internal static class DeviceRun
{
    /// <summary>Runs something on every CUDA device.</summary>
    /// <param name="run">Says how many faults there were.</param>
    internal static int OnDevices(Func<Accelerator, int> run)
    {
        using var context = Context.Create(builder => builder.Cuda().EnableAlgorithms().Profiling());
        if (context.GetCudaDevices().Count == 0)
        {
            Console.WriteLine("no CUDA device: ILGPU finds none, or no driver of one");
            return ExitCode.NoDevice;
        }

        var faults = 0;
        foreach (var device in context.GetCudaDevices())
        {
            using var accelerator = device.CreateCudaAccelerator(context);
            Describe(accelerator);
            faults += run(accelerator);
        }

        return faults == 0 ? ExitCode.Success : ExitCode.Failure;
    }

    /// <summary>Runs something on the processor.</summary>
    internal static int OnProcessor(Func<Accelerator, int> run)
    {
        using var context = Context.Create(builder => builder.EnableAlgorithms().Profiling());
        using var accelerator = context.CreateSimdAccelerator();
        Console.WriteLine(accelerator);
        return run(accelerator) == 0 ? ExitCode.Success : ExitCode.Failure;
    }

    private static void Describe(CudaAccelerator accelerator) => Console.WriteLine(
        $"{accelerator.Name}: architecture {accelerator.Architecture}, {accelerator.NumMultiprocessors} multiprocessors, {accelerator.MemorySize >> 20} MiB, "
        + $"driver of CUDA {accelerator.DriverVersion}, {(DeviceProducts.HasCublas(accelerator) ? "with cuBLAS" : "no cuBLAS")}");
}
