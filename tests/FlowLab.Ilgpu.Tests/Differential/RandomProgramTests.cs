using System.Globalization;
using ILGPU.Tests.Kernels;
using ILGPU.Tests.Kernels.Programs;

namespace ILGPU.Tests.Differential;

/// <summary>Random programs give on every target what their IL gives. FLOWLAB_TEST_SEED makes other programs than those of every run.</summary>
public class RandomProgramTests
{
    private const int Programs = 300;
    private const int DefaultSeed = 20;

    private static readonly int Seed = int.Parse(Environment.GetEnvironmentVariable("FLOWLAB_TEST_SEED") ?? $"{DefaultSeed}", CultureInfo.InvariantCulture);

    [Test]
    public void Programs_mean_their_IL()
    {
        using var references = new KernelReferences();
        var targets = DifferentialTargets.Of(references);
        RandomProgram[] programs = [.. Enumerable.Range(0, Programs).Select(number => ProgramGenerator.Generate(Seed, number))];
        foreach (var (kernel, program) in ProgramAssembly.Build(programs).Zip(programs))
        {
            if (FaultOf(references, targets, kernel) is { } fault)
                Fail(references, targets, program, fault);
        }
    }

    /// <summary>The smallest program that fails, with its first fault.</summary>
    private static void Fail(KernelReferences references, IReadOnlyList<KernelTarget> targets, RandomProgram program, string fault)
    {
        var smallest = ProgramShrinker.Shrink(program, smaller => FaultOf(references, targets, ProgramAssembly.Build([smaller])[0]) is not null);
        Assert.Fail($"{fault}\nSet FLOWLAB_TEST_SEED={Seed} to run it again. Made smaller:\n"
            + $"{smallest}\n{FaultOf(references, targets, ProgramAssembly.Build([smallest])[0])}");
    }

    private static string? FaultOf(KernelReferences references, IReadOnlyList<KernelTarget> targets, KernelCase kernel) =>
        targets.Select(target => FaultOf(references, target, kernel)).FirstOrDefault(fault => fault is not null);

    private static string? FaultOf(KernelReferences references, KernelTarget target, KernelCase kernel)
    {
        try
        {
            return references.Check(kernel, target);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return $"{kernel} on {target}: {error}";
        }
    }
}
