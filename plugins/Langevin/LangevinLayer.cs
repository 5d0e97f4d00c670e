using FlowLab.Kernels;
using ILGPU.Algorithms;

namespace FlowLab.Plugins.Langevin;

/// <summary>
/// The parameters of a layer: the raw time steps [D] if they are learned; raw temper [1], pull [D] and push [D] if the path is annealed; then the reverse
/// model's drift, scale, shift and log-variance, [D] each. Reads them in kernels.
/// </summary>
/// <param name="dimension">Dimension D.</param>
/// <param name="learnsSteps">1: steps are parameters; 0: they are <paramref name="step"/>.</param>
/// <param name="isAnnealed">1: temper, pull and push are parameters; 0: they are 1, 0 and 0.</param>
/// <param name="step">The time step where it is not learned.</param>
/// <param name="largestStep">The bound of learned time steps.</param>
public readonly struct LangevinLayer(int dimension, int learnsSteps, int isAnnealed, float step, float largestStep)
{
    /// <summary>Dimension D.</summary>
    public readonly int Dimension = dimension;

    private readonly int _learnsSteps = learnsSteps;
    private readonly int _isAnnealed = isAnnealed;
    private readonly float _step = step;
    private readonly float _largestStep = largestStep;

    /// <summary>Whether steps are parameters; theirs is number d.</summary>
    public bool LearnsSteps => _learnsSteps != 0;

    /// <summary>Whether temper, pull and push are parameters.</summary>
    public bool IsAnnealed => _isAnnealed != 0;

    /// <summary>The raw temper's number.</summary>
    public int Temper => LearnsSteps ? Dimension : 0;

    /// <summary>The first pull's number.</summary>
    public int Pull => Temper + 1;

    /// <summary>The first push's number.</summary>
    public int Push => Pull + Dimension;

    /// <summary>The first number of the reverse model's drift c.</summary>
    public int Drift => Temper + (IsAnnealed ? 1 + 2 * Dimension : 0);

    /// <summary>The first number of the reverse model's scale a.</summary>
    public int Scale => Drift + Dimension;

    /// <summary>The first number of the reverse model's shift b.</summary>
    public int Shift => Scale + Dimension;

    /// <summary>The first number of the reverse model's log-variance v.</summary>
    public int LogVariance => Shift + Dimension;

    /// <summary>Parameters of a layer.</summary>
    public int Stride => LogVariance + Dimension;

    /// <summary>The time step s of component <paramref name="d"/>.</summary>
    public float StepOf(ParameterView layer, int seed, int tile, int d) =>
        LearnsSteps ? _largestStep * KernelMath.Sigmoid(layer.At(seed, tile, d)) : _step;

    /// <summary>ln(2 s), from the raw step itself so that small steps lose nothing.</summary>
    public float LogVarianceOfStep(ParameterView layer, int seed, int tile, int d) =>
        LearnsSteps ? XMath.Log(2f * _largestStep) - KernelMath.Softplus(-layer.At(seed, tile, d)) : XMath.Log(2f * _step);

    /// <summary>d ln s / d raw, for a step s.</summary>
    public float StepSlope(float s) => 1f - s / _largestStep;

    /// <summary>beta, the share of the target's gradient.</summary>
    public float TemperOf(ParameterView layer, int seed, int tile) => IsAnnealed ? KernelMath.Sigmoid(layer.At(seed, tile, Temper)) : 1f;

    /// <summary>rho, the pull towards 0.</summary>
    public float PullOf(ParameterView layer, int seed, int tile, int d) => IsAnnealed ? layer.At(seed, tile, Pull + d) : 0f;

    /// <summary>mu, the push.</summary>
    public float PushOf(ParameterView layer, int seed, int tile, int d) => IsAnnealed ? layer.At(seed, tile, Push + d) : 0f;
}
