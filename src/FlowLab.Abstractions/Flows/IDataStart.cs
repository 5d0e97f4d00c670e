namespace FlowLab.Flows;

/// <summary>
/// A flow whose initial values depend on the points that it is fitted to by maximum likelihood, as those of actnorm do. It is asked once, before the first
/// update and after <see cref="IFlow.Initialize"/>, the flows behind it in the chain before it.
/// </summary>
public interface IDataStart
{
    /// <summary>Changes the initial parameters.</summary>
    /// <param name="points">Moments of the first batch behind the flow: of zK.</param>
    /// <param name="parameters">[R, P], as <see cref="IFlow.Initialize"/> left them.</param>
    void StartFrom(PointMoments points, Span<float> parameters);
}
