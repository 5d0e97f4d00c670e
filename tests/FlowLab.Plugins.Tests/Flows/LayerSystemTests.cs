using FlowLab.Kernels;
using FlowLab.Layers;
using FlowLab.Random;
using FlowLab.Tests;
using ILGPU;
using ILGPU.Runtime;
using MathNet.Numerics.LinearAlgebra;

namespace FlowLab.Plugins.Tests.Flows;

/// <summary>The systems of equations of samples, against MathNet in double precision.</summary>
[TestFixture]
internal sealed class LayerSystemTests
{
    private const int Seeds = 2;
    private const int Batch = 9;

    [Test]
    public void Solutions_are_those_of_a_library([Values(1, 2, 3, 5, 16)] int size, [Values(KernelDevice.Simd, KernelDevice.OpenCl12, KernelDevice.IlgpuCpu)] KernelDevice kind, [Values] bool needsPivots)
    {
        int rows = size * size + size;
        var random = new RandomStream(size, RandomPurpose.TestData);
        float[] scratch = [.. Enumerable.Range(0, Seeds * (rows + 1) * Batch).Select(_ => (float)random.NextNormal())];
        int At(int seed, int row, int sample) => (seed * (rows + 1) + row) * Batch + sample;
        // I + T with zeros on the diagonal but for n = 1.
        for (int at = 0; needsPivots && size > 1 && at < Seeds * Batch * size; at++)
            scratch[At(at % Seeds, at / Seeds / Batch * (size + 1), at / Seeds % Batch)] = -1f;
        float[] solved = Solve(kind, scratch, rows + 1, size);
        for (int seed = 0; seed < Seeds; seed++)
        {
            for (int sample = 0; sample < Batch; sample++)
            {
                Matrix<double> matrix = Matrix<double>.Build.Dense(size, size, (i, j) => (i == j ? 1 : 0) + scratch[At(seed, i * size + j, sample)]);
                Vector<double> right = Vector<double>.Build.Dense(size, i => scratch[At(seed, size * size + i, sample)]);
                Vector<double> expected = matrix.Solve(right);
                double tolerance = 2e-6 * size * matrix.ConditionNumber() * expected.AbsoluteMaximum();
                for (int i = 0; i < size; i++)
                    Assert.That(solved[At(seed, size * size + i, sample)], Is.EqualTo(expected[i]).Within(tolerance), $"seed {seed}, sample {sample}, x[{i}]");
                Assert.That(solved[At(seed, rows, sample)], Is.EqualTo(scratch[At(seed, rows, sample)]), "what lies behind is left alone");
            }
        }
    }

    private static float[] Solve(KernelDevice kind, float[] scratch, int rows, int size)
    {
        using KernelLab lab = KernelLab.Open(kind);
        using MemoryBuffer1D<float, Stride1D.Dense> buffer = lab.Accelerator.Allocate1D(scratch);
        lab.Accelerator.LoadAutoGroupedStreamKernel<Index2D, SampleView, int>(SolveSample)(new Index2D(Batch, Seeds), new SampleView(buffer.View, rows, Batch), size);
        return buffer.GetAsArray1D();
    }

    private static void SolveSample(Index2D at, SampleView scratch, int size) => LayerSystem.Solve(scratch, at.Y, at.X, size);
}
