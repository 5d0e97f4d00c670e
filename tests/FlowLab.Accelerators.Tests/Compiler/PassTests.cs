using FlowLab.Accelerators.Frontend;
using FlowLab.Accelerators.IR;
using FlowLab.Accelerators.Passes;

namespace FlowLab.Accelerators.Tests.Compiler;

/// <summary>Each pass does what it is for; that it keeps the meaning is checked by <see cref="Differential"/> after every pass.</summary>
public class PassTests
{
    [Test]
    public void The_dump_of_a_simple_kernel() => Assert.That(Lines(KernelCompiler.Compile(((Action<Index1D, float, ArrayView<float>>)Fill).Method)), Is.EqualTo(
        """
        kernel PassTests.Fill(index.X: i32, value: f32, target.ptr: ptr)
        b0:
          v3: ptr = element target.ptr, index.X * 4
          store v3, value
          return
        """));

    [Test]
    public void The_dump_of_a_loop() => Assert.That(Lines(KernelCompiler.Compile(((Action<Index1D, int, ArrayView<float>, ArrayView<float>>)RowSum).Method)), Is.EqualTo(
        """
        kernel PassTests.RowSum(index.X: i32, width: i32, rows.ptr: ptr, sums.ptr: ptr)
        b0:
          v4: i32 = mul index.X, width
          jump b1
        b1: <- b0, b2
          v5: i32 = phi b0: 0, b2: v12
          v6: f32 = phi b0: 0f, b2: v11
          v7: bool = lt v5, width
          branch v7, b2, b3
        b2: <- b1
          v8: i32 = add v4, v5
          v9: ptr = element rows.ptr, v8 * 4
          v10: f32 = load v9
          v11: f32 = add v6, v10
          v12: i32 = add v5, 1
          jump b1
        b3: <- b1
          v13: ptr = element sums.ptr, index.X * 4
          store v13, v6
          return
        """));

    [Test]
    public void Constants_are_folded_and_propagated()
    {
        var kernel = KernelCompiler.Compile(((Action<Index1D, ArrayView<int>>)Constants).Method);
        Assert.That(kernel.Values.Select(value => value.Opcode), Is.EqualTo(new[] { IROpcode.Element, IROpcode.Store }));
        Assert.That(kernel.Values.Last().Operands[1].Bits, Is.EqualTo(42));
    }

    [Test]
    public void Short_circuits_become_bools_and_small_branches_selects()
    {
        var kernel = KernelCompiler.Compile(((Action<Index1D, ArrayView<int>>)Condition).Method);
        Assert.That(kernel.Blocks, Has.Count.EqualTo(1), kernel.ToString());
        Assert.That(Count(kernel, IROpcode.Select), Is.GreaterThan(0));
        Assert.That(Count(kernel, IROpcode.Phi), Is.Zero);
    }

    [Test]
    public void Equal_values_are_computed_once()
    {
        var kernel = Before<ValueNumbering>(((Action<Index1D, ArrayView<int>>)Common).Method);
        Assert.That(Count(kernel, IROpcode.Mul), Is.EqualTo(3));
        Assert.That(new ValueNumbering().Run(kernel), Is.True);
        IRVerifier.Verify(kernel);
        Assert.That(Count(kernel, IROpcode.Mul), Is.EqualTo(1));
    }

    [Test]
    public void Invariants_leave_the_loop_and_divisions_stay()
    {
        var kernel = KernelCompiler.Compile(((Action<Index1D, int, ArrayView<int>>)Invariant).Method);
        Assert.That(BlockOf(kernel, IROpcode.Xor).Successors, Has.Length.EqualTo(1), "in front of the loop");
        Assert.That(BlockOf(kernel, IROpcode.Xor), Is.SameAs(kernel.Entry), kernel.ToString());
        Assert.That(BlockOf(kernel, IROpcode.DivS), Is.Not.SameAs(kernel.Entry), kernel.ToString());
    }

    [Test]
    public void Dead_values_and_unused_parameters_go()
    {
        var kernel = KernelCompiler.Compile(((Action<Index1D, int, float, ArrayView<int>>)Dead).Method);
        Assert.That(kernel.Parameters.Select(parameter => parameter.Name), Is.EqualTo(new[] { "index.X", "target.ptr" }));
        Assert.That(Count(kernel, IROpcode.Load), Is.Zero);
    }

    [Test]
    public void Decided_branches_are_taken()
    {
        var kernel = KernelFrontend.Build(((Action<Index1D, ArrayView<int>>)Condition).Method);
        var branch = kernel.Blocks.Select(block => block.Terminator).OfType<IRBranch>().First();
        branch.Condition = kernel.Const(true);
        var before = kernel.Blocks.Count;
        Assert.That(new CfgSimplification().Run(kernel), Is.True);
        IRVerifier.Verify(kernel);
        Assert.That(kernel.Blocks, Has.Count.LessThan(before));
    }

    [Test]
    public void The_verifier_finds_what_is_broken()
    {
        var kernel = KernelCompiler.Compile(((Action<Index1D, int, ArrayView<float>, ArrayView<float>>)RowSum).Method);
        var load = kernel.Values.First(value => value.Opcode == IROpcode.Load);
        var add = kernel.Values.First(value => value.Opcode == IROpcode.Add && value.Type == IRType.Float32);
        add.SetOperand(1, kernel.Const(1));
        Assert.That(IRVerifier.Faults(kernel), Has.One.Contains("types do not fit"));
        add.SetOperand(1, load);
        load.Block!.Instructions.Remove(load);
        load.Block.Instructions.Add(load);
        Assert.That(IRVerifier.Faults(kernel), Has.One.Contains("where it is not defined"));
    }

    private static string Lines(IRKernel kernel) => kernel.ToString().TrimEnd('\n').ReplaceLineEndings();

    private static int Count(IRKernel kernel, IROpcode opcode) => kernel.Values.Count(value => value.Opcode == opcode);

    private static IRBlock BlockOf(IRKernel kernel, IROpcode opcode) => kernel.Values.First(value => value.Opcode == opcode).Block!;

    private static IRKernel Before<TPass>(System.Reflection.MethodInfo method)
        where TPass : IKernelPass
    {
        var kernel = KernelFrontend.Build(method);
        foreach (var pass in KernelOptimizer.Passes.TakeWhile(pass => pass is not TPass))
            pass.Run(kernel);
        return kernel;
    }

    private static void Fill(Index1D index, float value, ArrayView<float> target) => target[index] = value;

    private static void RowSum(Index1D index, int width, ArrayView<float> rows, ArrayView<float> sums)
    {
        float sum = 0f;
        for (int j = 0; j < width; j++)
            sum += rows[index * width + j];
        sums[index] = sum;
    }

    private static void Constants(Index1D index, ArrayView<int> target)
    {
        int x = 6, y = 1;
        if (x * 7 == 42)
            y = x + 36;
        target[index] = y;
    }

    private static void Condition(Index1D index, ArrayView<int> target) =>
        target[index] = index > 3 && index < 7 || index == 10 ? index * 2 : index + 1;

    private static void Common(Index1D index, ArrayView<int> target)
    {
        int x = index * 5;
        target[index] = x + index * 5;
        target[index + 9] = index * 5;
    }

    private static void Invariant(Index1D index, int divisor, ArrayView<int> target)
    {
        for (int j = 0; j < 4; j++)
        {
            target[index] += (divisor ^ 77) + j;
            if (divisor != 0)
                target[index] += 100 / divisor;
        }
    }

    private static void Dead(Index1D index, int unused, float factor, ArrayView<int> target)
    {
        float product = factor * 2f;
        for (int j = 0; j < 4; j++)
            product += unused * j;
        target[index] = 1;
        _ = target[index] + (int)product;
    }
}
