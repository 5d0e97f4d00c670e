using FlowLab.Accelerators.Frontend;
using FlowLab.Accelerators.IR;
using FlowLab.Accelerators.Passes;
using FlowLab.Accelerators.Simd;
using FlowLab.Accelerators.Tests.Kernels;

namespace FlowLab.Accelerators.Tests.Simd;

/// <summary>Random programs, structured or not, give on vectors what the interpreter of their IR gives.</summary>
public class RandomProgramTests
{
    private const int ProgramsPerTest = 12;
    private const int Extent = 39;

    private static readonly Index3D[] GroupDims =
        [new(5, 1, 1), new(16, 1, 1), new(33, 1, 1), new(8, 3, 1), new(3, 4, 2), new(16, 2, 1), new(1, 7, 3), new(4, 4, 3)];

    private static readonly VectorTable[] Widths = [VectorTable.Of128, VectorTable.Of256, VectorTable.Of512];

    [Test]
    public void A_program_means_the_same_on_vectors([Range(0, 9)] int group)
    {
        using var simd = new SimdFixture(1);
        for (var seed = group * ProgramsPerTest; seed < (group + 1) * ProgramsPerTest; seed++)
            Check(simd, seed);
    }

    [Test]
    public void A_program_of_groups_means_the_same_on_vectors([Range(0, 5)] int group)
    {
        using var simd = new SimdFixture(1);
        for (var seed = group * ProgramsPerTest; seed < (group + 1) * ProgramsPerTest; seed++)
        {
            foreach (var vectors in Widths)
                CheckGroups(simd, seed, vectors, GroupDims[seed % GroupDims.Length]);
        }
    }

    private static void CheckGroups(SimdFixture simd, int seed, VectorTable vectors, Index3D group)
    {
        var method = ((Action<TestData>)GroupParameters).Method;
        var grid = new Index3D(48 / group.Size, 1, 1);
        using var expected = new TestBuffers(simd.Accelerator);
        new IRInterpreter(RandomProgram.OfGroups(method, seed), expected.Data).RunGroups(grid, group, vectors.Lanes);
        using var actual = new TestBuffers(simd.Accelerator);
        var kernel = RandomProgram.OfGroups(method, seed);
        if (seed % 2 == 0)
            KernelOptimizer.Optimize(kernel, verifyEachPass: true);
        var text = kernel.ToString();
        var form = group.X % vectors.Lanes == 0 || group.X == group.Size ? SimdForm.Groups : SimdForm.CrossingGroups;
        var variant = new GroupVariant(new(kernel, form, vectors.Lanes), vectors, groupSize: 0);
        TestArguments.RunAll(variant, kernel, LaunchDimensions.Of(new KernelConfig(grid, group)), actual.Data);
        actual.Results().AssertIsSame(expected.Results(), $"seed {seed}, {vectors.Lanes} lanes, groups of {group}\n{text}");
    }

    private static void Check(SimdFixture simd, int seed)
    {
        var method = ((Action<Index1D, TestData>)Parameters).Method;
        using var expected = new TestBuffers(simd.Accelerator);
        new IRInterpreter(RandomProgram.Of(method, seed), expected.Data).RunAll(Extent);
        foreach (var vectors in Widths)
        {
            using var actual = new TestBuffers(simd.Accelerator);
            var kernel = RandomProgram.Of(method, seed);
            if (seed % 2 == 0)
                KernelOptimizer.Optimize(kernel, verifyEachPass: true);
            var text = kernel.ToString();
            var variant = new RowVariant(new(kernel, SimdForm.Rows, vectors.Lanes), vectors);
            TestArguments.RunAll(variant, kernel, LaunchDimensions.Of((Index1D)Extent), actual.Data);
            actual.Results().AssertIsSame(expected.Results(), $"seed {seed}, {vectors.Lanes} lanes\n{text}");
        }
    }

    /// <summary>Uses the data that programs take.</summary>
    private static void Parameters(Index1D i, TestData d) => d.OutN[i] = d.Small[i] + (int)(d.F[i] + d.OutF[i] + d.L[i] + d.D[i] + d.OutL[i] + d.OutD[i]) + d.Three;

    /// <inheritdoc cref="Parameters"/>
    private static void GroupParameters(TestData d) => Parameters(Group.IdxX, d);
}
