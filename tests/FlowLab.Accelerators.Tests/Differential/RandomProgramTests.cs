using System.Globalization;
using FlowLab.Accelerators.Tests.Kernels.Programs;

namespace FlowLab.Accelerators.Tests.Differential;

/// <summary>Random programs give on every target what their IL gives: more of them in long runs. FLOWLAB_TEST_SEED makes other programs than those of every run.</summary>
public class RandomProgramTests
{
    private const int Programs = 40;
    private const int ProgramsOfLongRuns = 300;
    private const int DefaultSeed = 20;

    private static readonly int Seed = int.Parse(Environment.GetEnvironmentVariable("FLOWLAB_TEST_SEED") ?? $"{DefaultSeed}", CultureInfo.InvariantCulture);

    [Test]
    public void Programs_mean_their_IL()
    {
        using var targets = new DifferentialTargets();
        RandomProgram[] programs = [.. Enumerable.Range(0, LongTests.AreOn ? ProgramsOfLongRuns : Programs).Select(number => ProgramGenerator.Generate(Seed, number))];
        foreach (var (kernel, program) in ProgramAssembly.Build(programs).Zip(programs))
        {
            if (targets.FaultOf(kernel, targets.All) is { } fault)
                Fail(targets, program, fault);
        }
    }

    /// <summary>The smallest program that fails, with its first fault.</summary>
    private static void Fail(DifferentialTargets targets, RandomProgram program, string fault)
    {
        var smallest = ProgramShrinker.Shrink(program, smaller => targets.FaultOf(ProgramAssembly.Build([smaller])[0], targets.All) is not null);
        Assert.Fail($"{fault}\nSet FLOWLAB_TEST_SEED={Seed} to run it again. Made smaller:\n"
            + $"{smallest}\n{targets.FaultOf(ProgramAssembly.Build([smallest])[0], targets.All)}");
    }
}
