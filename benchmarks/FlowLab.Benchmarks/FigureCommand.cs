using System.Globalization;
using FlowLab.Benchmarks.Accelerators;
using FlowLab.Benchmarks.Blas;
using FlowLab.Benchmarks.Dlgm;
using FlowLab.Benchmarks.Growth;
using FlowLab.Benchmarks.Generated;
using FlowLab.Benchmarks.Kernels;
using FlowLab.Benchmarks.Peers;
using FlowLab.Benchmarks.Results;
using FlowLab.Benchmarks.Toy2d;

namespace FlowLab.Benchmarks;

/// <summary>Chooses a set of figures by name.</summary>
internal static class FigureCommand
{
    public static int Run(string[] args)
    {
        Peer peer = new(Option(args, "--python", "/usr/bin/python3"), Option(args, "--peers", "../shared/peers"), Option(args, "--normflows", ""));
        switch (args.FirstOrDefault())
        {
            case "toy2d":
                return new Toy2dFigures(peer).Print();
            case "threads":
                return ThreadFigures.Print();
            case "dlgm":
                return new DlgmFigures(peer).Print(args.Contains("--alone"));
            case "dlgm-quality":
                return new DlgmQuality(peer, Option(args, "--data", Environment.GetEnvironmentVariable("FLOWLAB_DATA") ?? "../shared/data")).Print();
            case "dlgm-together":
                return new DlgmTogether(peer, Option(args, "--data", Environment.GetEnvironmentVariable("FLOWLAB_DATA") ?? "../shared/data"), Option(args, "--out", "together")).Print();
            case "kernels":
                return KernelFigures.Print(args.Contains("--planar"), args.Contains("--compile"));
            case "results":
                return ResultsCommand.Run(Option(args, "--from", "figures"), Option(args, "--into", "benchmarks/RESULTS.md"));
            case "growth":
                return GrowthFigures.Print(Option(args, "--out", "growth.csv"), args.Contains("--short"), Option(args, "--series", ""));
            case "generated":
                return GeneratedFigures.Print();
            case "accelerators":
                return AcceleratorFigures.Print(args.Contains("--check"));
            case BlasKernel.ChildName:
                return BlasKernel.RunChild();
            case CompileFigures.ChildName:
                return CompileFigures.RunChild(int.Parse(args[1], CultureInfo.InvariantCulture), args[2] == "paid");
            default:
                Console.Error.WriteLine("figures: name one of toy2d, threads, dlgm (--alone: without the peer), dlgm-quality (--data DIR), dlgm-together (--data DIR, --out DIR), kernels (--planar, --compile: these only), generated, accelerators (--check: only that they agree), growth (--out FILE, --short, --series NAME, such as flow.batch), results (--from DIR, --into FILE: figures of other calls as tables); options --python PATH, --peers DIR, --normflows DIR.");
                return 2;
        }
    }

    private static string Option(string[] args, string name, string fallback)
    {
        int at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : fallback;
    }
}
