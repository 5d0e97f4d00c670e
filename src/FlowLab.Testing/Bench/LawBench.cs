using FlowLab.Accelerators.Simd;
using FlowLab.Engine.LinearAlgebra;
using FlowLab.Engine.Networks;
using FlowLab.LinearAlgebra;
using FlowLab.Networks;
using ILGPU;
using ILGPU.Algorithms;
using ILGPU.Runtime;

namespace FlowLab.Testing.Bench;

/// <summary>Where laws are tried: a device, and what components may ask for in their constructors.</summary>
public sealed class LawBench : IDisposable
{
    private readonly Context? _context;
    private readonly Lazy<IMatrixMultiply> _products;

    /// <summary>A bench on a device that somebody else owns.</summary>
    /// <param name="accelerator">The device.</param>
    public LawBench(Accelerator accelerator)
        : this(accelerator, null)
    {
    }

    private LawBench(Accelerator accelerator, Context? context)
    {
        Accelerator = accelerator;
        _context = context;
        _products = new Lazy<IMatrixMultiply>(() => MatrixMultiply.Of(accelerator));
        Networks = new NetworkFactory(accelerator, _products);
    }

    /// <summary>The device.</summary>
    public Accelerator Accelerator { get; }

    /// <summary>Builds the networks that a component asks for.</summary>
    public INetworkFactory Networks { get; }

    /// <summary>Matrix products on the device.</summary>
    public IMatrixMultiply Products => _products.Value;

    /// <summary>A bench on the vectors of the processor, where <c>flowlab run</c> computes unless told otherwise.</summary>
    /// <param name="threads">Threads; null takes one per core, but two at least, so that races show.</param>
    public static LawBench OnProcessor(int? threads = null)
    {
        Context context = Context.Create(builder => builder.EnableAlgorithms());
        return new LawBench(context.CreateSimdAccelerator(threads ?? Math.Max(2, Environment.ProcessorCount)), context);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_products.IsValueCreated)
            _products.Value.Dispose();
        if (_context is null)
            return;
        Accelerator.Dispose();
        _context.Dispose();
    }
}
