using FlowLab.Accelerators.OpenCl12;
using FlowLab.Accelerators.Simd;
using ILGPU;
using ILGPU.Algorithms;
using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;
using ILGPU.Runtime.OpenCL;

namespace FlowLab.Benchmarks.Kernels;

/// <summary>The speed of kernels and matrix products, each beside what it is compared with, all in one run.</summary>
internal static class KernelFigures
{
    /// <param name="planarOnly">Only the planar layers.</param>
    /// <param name="compileOnly">Only what compiling takes.</param>
    public static int Print(bool planarOnly, bool compileOnly)
    {
        try
        {
            if (planarOnly)
                PrintPlanar();
            if (compileOnly)
                CompileFigures.Print();
            if (planarOnly || compileOnly)
                return 0;
            PrintCpu();
            PrintOtherDevices();
            CompileFigures.Print();
            return 0;
        }
        catch (DisagreementException disagreement)
        {
            Console.Error.WriteLine(disagreement.Message);
            return 1;
        }
    }

    private static void PrintPlanar()
    {
        using Context context = Context.Create(builder => builder.EnableAlgorithms());
        using SimdAccelerator accelerator = context.CreateSimdAccelerator();
        new PlanarFigures(accelerator).Print();
    }

    private static void PrintCpu()
    {
        using Context context = Context.Create(builder => builder.EnableAlgorithms());
        using SimdAccelerator accelerator = context.CreateSimdAccelerator();
        ElementwiseFigures elementwise = new(accelerator, "kernels.cpu");
        elementwise.PrintTanh();
        elementwise.PrintRmsProp();
        new PlanarFigures(accelerator).Print();
        new GemmFigures(accelerator).Print();
        new LaunchFigures(accelerator, "kernels.cpu").Print();
    }

    private static void PrintOtherDevices()
    {
        using Context context = Context.Create(builder => builder.Cuda().OpenCL().OpenCl12().EnableAlgorithms());
        foreach (Device device in context.Devices)
        {
            using Accelerator accelerator = device.CreateAccelerator(context);
            Console.Error.WriteLine($"{LabelOf(device)} is {device.Name}.");
            ElementwiseFigures elementwise = new(accelerator, LabelOf(device));
            elementwise.PrintTanh();
            elementwise.PrintRmsProp();
            new LaunchFigures(accelerator, LabelOf(device)).Print();
        }
    }

    private static string LabelOf(Device device) =>
        $"kernels.{KindOf(device)}.{Slug(device.Name)}";

    private static string KindOf(Device device) => device switch
    {
        CudaDevice => "cuda",
        CLDevice => "ilgpu_opencl",
        _ => "opencl12",
    };

    private static string Slug(string name) => string.Join('-', name.Split([' ', '/', '(', ')', '@', ',', '.'], StringSplitOptions.RemoveEmptyEntries));
}
