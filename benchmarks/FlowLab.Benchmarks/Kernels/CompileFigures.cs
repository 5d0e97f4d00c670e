using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using FlowLab.Accelerators.Frontend;
using FlowLab.Accelerators.Passes;
using FlowLab.Plugins.Tests;

namespace FlowLab.Benchmarks.Kernels;

/// <summary>
/// From loading the largest shipped kernel to the end of its first launch, in processes of their own: <c>cold</c>, nothing of the compiler
/// has run before; <c>first_use_paid</c>, another kernel was compiled before, so that the runtime has already compiled the compiler.
/// </summary>
internal static class CompileFigures
{
    /// <summary>The name of the figure that a child process measures.</summary>
    public const string ChildName = "kernels-compile";

    private const int Processes = 9;

    public static void Print()
    {
        (string name, int size) = Largest();
        Console.Error.WriteLine($"The largest kernel is {name}: {size.ToString(CultureInfo.InvariantCulture)} values.");
        Figure.Print("kernels.cpu.compile_largest.values", size, "values");
        Figure.Print("kernels.cpu.compile_largest.cold", Median(name, "cold"), "ms");
        Figure.Print("kernels.cpu.compile_largest.first_use_paid", Median(name, "paid"), "ms");
    }

    /// <summary>Compiles one kernel in this process and prints the milliseconds.</summary>
    public static int RunChild(string name, bool isFirstUsePaid)
    {
        MethodInfo[] kernels = [.. ShippedKernels.All];
        MethodInfo method = kernels.Single(kernel => ShippedKernels.NameOf(kernel) == name);
        using KernelArguments arguments = new();
        ReflectedLaunch launch = new(arguments, method);
        if (isFirstUsePaid)
            new ReflectedLaunch(arguments, kernels.First(kernel => kernel != method)).LoadAndRun();
        long start = Stopwatch.GetTimestamp();
        launch.LoadAndRun();
        Console.WriteLine(Stopwatch.GetElapsedTime(start).TotalMilliseconds.ToString("r", CultureInfo.InvariantCulture));
        return 0;
    }

    private static (string Name, int Size) Largest() => ShippedKernels.All
        .Select(method => (ShippedKernels.NameOf(method), SizeOf(method)))
        .MaxBy(kernel => kernel.Item2);

    private static int SizeOf(MethodInfo method)
    {
        var kernel = KernelFrontend.Build(method);
        KernelOptimizer.Optimize(kernel, verifyEachPass: false);
        return kernel.Values.Count();
    }

    private static double Median(string name, string mode) =>
        Figure.Median(Enumerable.Range(0, Processes).Select(_ => RunProcess(name, mode)));

    private static double RunProcess(string name, string mode)
    {
        (int code, string output) = OwnProcess.Run(["figures", ChildName, name, mode]);
        return code == 0
            ? double.Parse(output, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"compiling {name} ended with exit code {code}.");
    }
}
