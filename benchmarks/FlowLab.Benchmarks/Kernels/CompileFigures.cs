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
        (int Number, int Size)[] kernels = [.. ShippedKernels.All.Select((method, number) => (number, SizeOf(method)))];
        Print("compile_largest", kernels.MaxBy(kernel => kernel.Size));
        Print("compile_median", kernels.OrderBy(kernel => kernel.Size).ElementAt(kernels.Length / 2));
    }

    private static void Print(string figure, (int Number, int Size) kernel)
    {
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{figure}: {ShippedKernels.NameOf(ShippedKernels.All.ElementAt(kernel.Number))}, {kernel.Size} values."));
        Figure.Print($"kernels.cpu.{figure}.values", kernel.Size, "values");
        Figure.Print($"kernels.cpu.{figure}.cold", Median(kernel.Number, "cold"), "ms");
        Figure.Print($"kernels.cpu.{figure}.first_use_paid", Median(kernel.Number, "paid"), "ms");
    }

    /// <summary>Compiles one kernel in this process and prints the milliseconds.</summary>
    /// <param name="number">Its number in the list of shipped kernels: names do not tell those of one method for several networks apart.</param>
    /// <param name="isFirstUsePaid">Whether another one is compiled before.</param>
    public static int RunChild(int number, bool isFirstUsePaid)
    {
        MethodInfo[] kernels = [.. ShippedKernels.All];
        MethodInfo method = kernels[number];
        using KernelArguments arguments = new();
        ReflectedLaunch launch = new(arguments, method);
        if (isFirstUsePaid)
            new ReflectedLaunch(arguments, kernels.First(kernel => kernel != method)).LoadAndRun();
        long start = Stopwatch.GetTimestamp();
        launch.LoadAndRun();
        Console.WriteLine(Stopwatch.GetElapsedTime(start).TotalMilliseconds.ToString("r", CultureInfo.InvariantCulture));
        return 0;
    }

    private static int SizeOf(MethodInfo method)
    {
        var kernel = KernelFrontend.Build(method);
        KernelOptimizer.Optimize(kernel, verifyEachPass: false);
        return kernel.Values.Count();
    }

    private static double Median(int number, string mode) => Figure.Median(Enumerable.Range(0, Processes).Select(_ => RunProcess(number, mode)));

    private static double RunProcess(int number, string mode)
    {
        (int code, string output) = OwnProcess.Run(["figures", ChildName, number.ToString(CultureInfo.InvariantCulture), mode]);
        return code == 0
            ? double.Parse(output, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"compiling kernel {number} ended with exit code {code}.");
    }
}
