using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;

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
        using Context context = Context.Create(builder => builder.CPU());
        using CPUAccelerator accelerator = context.CreateCPUAccelerator(0);
        new PlanarFigures(accelerator).Print();
    }

    private static void PrintCpu()
    {
        using Context context = Context.Create(builder => builder.CPU());
        using CPUAccelerator accelerator = context.CreateCPUAccelerator(0);
        ElementwiseFigures elementwise = new(accelerator, "kernels.cpu");
        elementwise.PrintTanh();
        elementwise.PrintRmsProp();
        new PlanarFigures(accelerator).Print();
        new GemmFigures(accelerator).Print();
        new LaunchFigures(accelerator, "kernels.cpu").Print();
    }

    private static void PrintOtherDevices()
    {
        using Context context = Context.Create(builder => builder.AllAccelerators(device => device.AcceleratorType != AcceleratorType.CPU));
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
        $"kernels.{(device.AcceleratorType == AcceleratorType.Cuda ? "cuda" : "opencl")}.{Slug(device.Name)}";

    private static string Slug(string name) => string.Join('-', name.Split([' ', '/', '(', ')', '@', ',', '.'], StringSplitOptions.RemoveEmptyEntries));
}
