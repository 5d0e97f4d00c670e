using FlowLab.Accelerators.Frontend;
using FlowLab.Accelerators.IR;
using FlowLab.Accelerators.Passes;

namespace FlowLab.Accelerators.Tests.Compiler;

/// <summary>Which values neighbouring instances agree on.</summary>
public class UniformityTests
{
    [Test]
    public void Indices_are_affine_rows_are_uniform_and_loads_vary()
    {
        var (kernel, analysis) = Analyse(((Action<Index2D, int, ArrayView<float>>)Plane).Method);
        Assert.That(analysis.Of(kernel.Parameters[0].Value), Is.EqualTo(Uniformity.Affine(1)));
        Assert.That(analysis.Of(kernel.Parameters[1].Value), Is.EqualTo(Uniformity.Uniform));
        Assert.That(analysis.Of(Single(kernel, IROpcode.Mul, IRType.Int32)), Is.EqualTo(Uniformity.Uniform), "row");
        Assert.That(analysis.Of(Single(kernel, IROpcode.Element)), Is.EqualTo(Uniformity.Affine(4)), "address");
        Assert.That(analysis.Of(Single(kernel, IROpcode.Load)), Is.EqualTo(Uniformity.Varying));
    }

    [Test]
    public void A_loop_of_uniform_bounds_keeps_strides()
    {
        var (kernel, analysis) = Analyse(((Action<Index1D, int, int, ArrayView<float>, ArrayView<float>>)Interleaved).Method);
        var header = kernel.Blocks.Single(block => analysis.IsDivergentLoop(block) || block.Phis.Count > 0);
        Assert.That(analysis.IsDivergentLoop(header), Is.False, kernel.ToString());
        Assert.That(analysis.Of(Single(kernel, IROpcode.Load).Operands[0]), Is.EqualTo(Uniformity.Affine(4)));
    }

    [Test]
    public void Where_instances_leave_in_different_rounds_results_vary_outside_only()
    {
        var (kernel, analysis) = Analyse(((Action<Index1D, ArrayView<int>, ArrayView<int>>)Rounds).Method);
        var counter = kernel.Values.First(value => value.Opcode == IROpcode.Phi);
        Assert.That(analysis.IsDivergentLoop(counter.Block!), Is.True, kernel.ToString());
        Assert.That(analysis.Of(counter), Is.EqualTo(Uniformity.Uniform), "within a round");
        Assert.That(analysis.At(counter, kernel.Blocks[^1]), Is.EqualTo(Uniformity.Varying), "afterwards");
    }

    [Test]
    public void Values_vary_where_different_ways_meet()
    {
        var (kernel, analysis) = Analyse(((Action<Index1D, int, ArrayView<int>>)Meeting).Method);
        var join = kernel.Blocks.Single(analysis.IsDivergentJoin);
        Assert.That(analysis.Of(join.Phis[0]), Is.EqualTo(Uniformity.Varying), kernel.ToString());
        var uniform = kernel.Blocks.First(block => block.Phis.Count > 0 && block != join);
        Assert.That(analysis.Of(uniform.Phis[0]), Is.EqualTo(Uniformity.Uniform), kernel.ToString());
    }

    [Test]
    public void A_known_stride_makes_an_address_affine()
    {
        var method = ((Action<Index1D, int, ArrayView<float>>)Strided).Method;
        var unknown = KernelCompiler.Compile(method);
        Assert.That(new UniformityAnalysis(unknown).Of(Single(unknown, IROpcode.Load).Operands[0]), Is.EqualTo(Uniformity.Varying));
        foreach (var (stride, expected) in new[] { (0, Uniformity.Uniform), (1, Uniformity.Affine(4)), (3, Uniformity.Affine(12)) })
        {
            var kernel = KernelCompiler.Compile(method, parameter => parameter.Name == "stride" ? stride : null);
            Assert.That(new UniformityAnalysis(kernel).Of(Single(kernel, IROpcode.Load).Operands[0]), Is.EqualTo(expected));
            Assert.That(kernel.Parameters.Select(parameter => parameter.Name), Does.Not.Contain("stride"));
        }
    }

    private static void Strided(Index1D i, int stride, ArrayView<float> data) => data[i * stride] += 1f;

    private static (IRKernel Kernel, UniformityAnalysis Analysis) Analyse(System.Reflection.MethodInfo method)
    {
        var kernel = KernelCompiler.Compile(method);
        return (kernel, new(kernel));
    }

    private static IRValue Single(IRKernel kernel, IROpcode opcode, IRType? type = null) =>
        kernel.Values.First(value => value.Opcode == opcode && (type is null || value.Type == type));

    private static void Plane(Index2D at, int width, ArrayView<float> data) => data[at.Y * width + at.X] *= 2f;

    private static void Interleaved(Index1D tile, int count, int step, ArrayView<float> data, ArrayView<float> sums)
    {
        float sum = 0f;
        for (int j = 0, s = tile; j < count; j++, s += step)
            sum += data[s];
        sums[tile] = sum;
    }

    private static void Rounds(Index1D i, ArrayView<int> limits, ArrayView<int> r)
    {
        int j = 0;
        int limit = limits[i];
        while (j < limit)
            j++;
        r[i] = j;
    }

    private static void Meeting(Index1D i, int mode, ArrayView<int> r)
    {
        int x = 1, y = 2;
        if (r[i] > 0)
        {
            r[i + 100] = 5;
            x = 3;
        }

        if (mode > 0)
        {
            r[i + 200] = 6;
            y = 4;
        }

        r[i] = x;
        r[i + 300] = y;
    }
}
