namespace FlowLab.Energies;

/// <summary>An unnormalised target density p(z) = exp(-U(z)) / Z with known gradient. Each method is one launch.</summary>
public interface IEnergy : IDisposable
{
    /// <summary>Dimension D of z.</summary>
    int Dimension { get; }

    /// <summary>Where a two-dimensional target has its mass: the square and resolution for ln Z and for KL(q || p).</summary>
    EnergyGrid IntegrationGrid { get; }

    /// <summary>The square that figures show.</summary>
    EnergyGrid FigureGrid { get; }

    /// <summary>U(z) only.</summary>
    void Evaluate(in EnergyPass pass);

    /// <summary>U(z) and its scaled gradient.</summary>
    void EvaluateWithGradient(in EnergyPass pass);
}
