namespace FlowLab.Flows;

/// <summary>
/// A segment of K layers of one kind of normalizing flow, for R seeds at once. Every direction is one kernel launch, except for flows that ask for the target (<see cref="ITargetFlow"/>). A flow keeps no
/// trained state of its own: parameters, state and gradients come with each pass, so that the engine decides where they live and
/// whether parameters are global or amortised (see <see cref="Kernels.ParameterView"/>). Launches are asynchronous; a flow never synchronises.
/// </summary>
public interface IFlow : IDisposable
{
    /// <summary>Layers, K.</summary>
    int Length { get; }

    /// <summary>Parameters per set, P: all layers together.</summary>
    int ParameterCount { get; }

    /// <summary>The named parts of a set; they cover 0 .. P - 1 in order.</summary>
    IReadOnlyList<ParameterBlock> Blocks { get; }

    /// <summary>Numbers per sample that the forward pass leaves for the backward pass.</summary>
    int TapeLength { get; }

    /// <summary>Numbers per sample that a pass needs while it runs.</summary>
    int ScratchLength { get; }

    /// <summary>
    /// Numbers per sample of the auxiliary variables omega beside z, A; 0: none. A flow that has some is a map of (z0, omega0) to (zK, omegaK), whose log-det it
    /// gives, with omega0 standard normal and drawn by the engine, and with a model r(omegaK | zK, x) of its own in reverse. Its density of zK is an integral that
    /// nobody knows: what is trained and measured is the bound E[ln q0(z0) + ln N(omega0) - log-det - ln r(omegaK | zK, x) - ln p(zK)]. Salimans, Kingma and
    /// Welling 2015. Such a flow is not fitted by maximum likelihood; its <see cref="InverseBackward"/> may throw <see cref="NotSupportedException"/>.
    /// </summary>
    int AuxiliaryLength => 0;

    /// <summary>Whose its parameters are in a posterior q(z|x), unless the manifest says otherwise. Elsewhere they are always global.</summary>
    ParameterScope Scope => ParameterScope.Amortised;

    /// <summary>
    /// Numbers per data point that the flow wants from the inference network of a posterior q(z|x) beside its parameters, so that global
    /// parameters can depend on x; 0: none. A flow that wants some exists in latent models only.
    /// </summary>
    int ContextLength => 0;

    /// <summary>Writes what the context of each seed starts as, whatever the data point.</summary>
    /// <param name="seeds">As in <see cref="Initialize"/>, which comes first.</param>
    /// <param name="context">[R, <see cref="ContextLength"/>], zero on entry.</param>
    void InitializeContext(FlowSeeds seeds, Span<float> context)
    {
    }

    /// <summary>Draws the constants of each seed and writes its initial parameters.</summary>
    /// <param name="seeds">The seeds on the seeds axis and their random streams.</param>
    /// <param name="parameters">[R, P], to be filled.</param>
    void Initialize(FlowSeeds seeds, Span<float> parameters);

    /// <summary>The constants of a seed, for exports: with them and its parameters, a reader can rebuild the flow. After <see cref="Initialize"/>.</summary>
    /// <param name="position">The seed's position on the seeds axis.</param>
    IReadOnlyList<FlowConstant> Constants(int position) => [];

    /// <summary>z0 to zK with log-det.</summary>
    void Forward(in FlowForward pass);

    /// <summary>Gradients through <see cref="Forward"/>.</summary>
    void Backward(in FlowBackward pass);

    /// <summary>zK to z0 with log-det.</summary>
    void Inverse(in FlowInverse pass);

    /// <summary>Gradients through <see cref="Inverse"/>.</summary>
    void InverseBackward(in FlowInverseBackward pass);
}
