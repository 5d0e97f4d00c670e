using FlowLab.LinearAlgebra;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Benchmarks.Dlgm;

/// <summary>The matrix products of a step alone: forward, dW and, but for the first layer, dX.</summary>
internal sealed class DlgmProducts : IDisposable
{
    private const int Window = 4;

    private readonly IMatrixMultiply _products;
    private readonly Accelerator _accelerator;
    private readonly List<Product> _jobs = [];
    private readonly List<MemoryBuffer> _buffers = [];

    public DlgmProducts(DlgmCell cell, DlgmSizes sizes, int length, int batch)
    {
        (_products, _accelerator) = (cell.Products, cell.Accelerator);
        int head = 2 * sizes.Latents + length * (2 * sizes.Latents + 1), wide = Window * sizes.Hidden;
        (int Inputs, int Outputs)[] layers =
        [
            (sizes.Pixels, wide), (sizes.Hidden, wide), (sizes.Hidden, head), (sizes.Latents, wide), (sizes.Hidden, wide), (sizes.Hidden, sizes.Pixels),
        ];
        for (int i = 0; i < layers.Length; i++)
        {
            (int inputs, int outputs) = layers[i];
            MatrixView weight = Random(outputs, inputs), input = Random(inputs, batch), gradient = Random(outputs, batch);
            double winners = outputs == wide ? 1.0 / Window : 1;
            _jobs.Add(new Product(weight, input, Random(outputs, batch), i == 0 ? ResidentBits.Share : 1));
            _jobs.Add(new Product(gradient, input.Transpose(), Random(outputs, inputs), winners));
            if (i > 0)
                _jobs.Add(new Product(weight.Transpose(), gradient, Random(inputs, batch), winners));
        }
    }

    /// <summary>Floating-point operations of a step in its products, those with zeros included.</summary>
    public double Operations => _jobs.Sum(job => job.Operations);

    /// <summary>The same without those with zeros: of a maxout window one linear unit has a gradient, and of the data few numbers are 1.</summary>
    public double OperationsWithoutZeros => _jobs.Sum(job => job.Operations * job.Filled);

    public void Run()
    {
        foreach (Product job in _jobs)
            _products.Multiply(_accelerator.DefaultStream, 1, job.Left, job.Right, MatrixOutput.Assign(job.Target));
    }

    public void Dispose()
    {
        foreach (MemoryBuffer buffer in _buffers)
            buffer.Dispose();
    }

    private MatrixView Random(int rows, int columns)
    {
        System.Random random = new(rows + columns);
        float[] values = [.. Enumerable.Range(0, rows * columns).Select(_ => (float)(random.NextDouble() - 0.5))];
        MemoryBuffer1D<float, Stride1D.Dense> buffer = _accelerator.Allocate1D(values);
        _buffers.Add(buffer);
        return MatrixView.PerSeed(buffer.View, rows, columns);
    }

    /// <param name="Left">[M, K].</param>
    /// <param name="Right">[K, N].</param>
    /// <param name="Target">[M, N].</param>
    /// <param name="Filled">The share of the terms that are not 0 in training.</param>
    private sealed record Product(MatrixView Left, MatrixView Right, MatrixView Target, double Filled)
    {
        public double Operations => 2.0 * Left.Rows * Left.Columns * Right.Columns;
    }
}
