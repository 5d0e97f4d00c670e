using FlowLab.LinearAlgebra;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Benchmarks.Dlgm;

/// <summary>The matrix products of a step alone: forward, dW and, but for the first layer, dX.</summary>
internal sealed class DlgmProducts : IDisposable
{
    private readonly IMatrixMultiply _products;
    private readonly Accelerator _accelerator;
    private readonly List<Product> _jobs = [];
    private readonly List<MemoryBuffer> _buffers = [];

    public DlgmProducts(DlgmCell cell, DlgmSizes sizes, int length, int batch)
    {
        (_products, _accelerator) = (cell.Products, cell.Accelerator);
        int head = 2 * sizes.Latents + length * (2 * sizes.Latents + 1), wide = 4 * sizes.Hidden;
        (int Inputs, int Outputs)[] layers =
        [
            (sizes.Pixels, wide), (sizes.Hidden, wide), (sizes.Hidden, head), (sizes.Latents, wide), (sizes.Hidden, wide), (sizes.Hidden, sizes.Pixels),
        ];
        for (int i = 0; i < layers.Length; i++)
        {
            (int inputs, int outputs) = layers[i];
            MatrixView weight = Random(outputs, inputs), input = Random(inputs, batch), gradient = Random(outputs, batch);
            _jobs.Add(new Product(weight, input, Random(outputs, batch)));
            _jobs.Add(new Product(gradient, input.Transpose(), Random(outputs, inputs)));
            if (i > 0)
                _jobs.Add(new Product(weight.Transpose(), gradient, Random(inputs, batch)));
        }
    }

    /// <summary>Floating-point operations of a step in its products.</summary>
    public double Operations => _jobs.Sum(job => 2.0 * job.Left.Rows * job.Left.Columns * job.Right.Columns);

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

    private sealed record Product(MatrixView Left, MatrixView Right, MatrixView Target);
}
