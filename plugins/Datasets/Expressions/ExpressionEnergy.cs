using FlowLab.Energies;
using FlowLab.Kernels;
using FlowLab.Plugins.Datasets.Energies;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Plugins.Datasets.Expressions;

/// <summary>
/// An energy written as an expression in the manifest: parsed, differentiated, simplified and compiled to a kernel. ln Z is that of the
/// integration square, twice as wide as the figure's or as far as the wall reaches.
/// </summary>
[Energy("expression", Summary = "U(z) as an expression in z1, z2, ..., differentiated and compiled to a kernel.")]
public sealed class ExpressionEnergy : IEnergy
{
    private const double WallWidthsCovered = 10;
    private const int FigureResolution = 200;

    private readonly Action<Index2D, SampleView, ArrayView<float>, Wall> _evaluate;
    private readonly Action<Index2D, SampleView, ArrayView<float>, SampleView, Wall, float> _evaluateWithGradient;
    private readonly Wall _wall;

    /// <exception cref="Data.FlowLabDataException">The expression cannot be read.</exception>
    public ExpressionEnergy(ExpressionSettings settings, Accelerator accelerator)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(accelerator);
        if (settings.Wall is > 0 and < EnergySettings.NarrowestWall)
            throw new ArgumentOutOfRangeException(nameof(settings), settings.Wall, $"The wall must be 0 (no wall) or at least {EnergySettings.NarrowestWall}; set 'wall' accordingly.");
        Formula formula = Formula.Parse(settings.Energy);
        FormulaKernels kernels = FormulaCompiler.Compile(formula);
        Dimension = formula.Dimension;
        _wall = new Wall((float)settings.Range, settings.Wall > 0 ? (float)(1 / (settings.Wall * settings.Wall)) : 0);
        double halfSide = Math.Max(2 * settings.Range, settings.Range + WallWidthsCovered * settings.Wall);
        IntegrationGrid = new EnergyGrid(-halfSide, halfSide, settings.GridResolution);
        FigureGrid = new EnergyGrid(-settings.Range, settings.Range, FigureResolution);
        _evaluate = accelerator.LoadAutoGroupedStreamKernel(kernels.Evaluate);
        _evaluateWithGradient = accelerator.LoadAutoGroupedStreamKernel(kernels.EvaluateWithGradient);
    }

    /// <summary>The highest z of the expression.</summary>
    public int Dimension { get; }

    /// <inheritdoc/>
    public EnergyGrid IntegrationGrid { get; }

    /// <inheritdoc/>
    public EnergyGrid FigureGrid { get; }

    /// <inheritdoc/>
    public void Evaluate(in EnergyPass pass) => _evaluate(new Index2D(pass.State.Batch, pass.Seeds), pass.State, pass.Energy, _wall);

    /// <inheritdoc/>
    public void EvaluateWithGradient(in EnergyPass pass) =>
        _evaluateWithGradient(new Index2D(pass.State.Batch, pass.Seeds), pass.State, pass.Energy, pass.Gradient, _wall, pass.GradientScale);

    /// <inheritdoc/>
    public void Dispose()
    {
        // The kernels go with the accelerator.
    }
}
