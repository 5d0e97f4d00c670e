using FlowLab.Energies;

namespace FlowLab.Engine.Tests.Training;

/// <summary>An energy that hides its second derivatives.</summary>
internal sealed class EnergyWithoutCurvature(IEnergy energy) : IEnergy
{
    public int Dimension => energy.Dimension;

    public EnergyGrid IntegrationGrid => energy.IntegrationGrid;

    public EnergyGrid FigureGrid => energy.FigureGrid;

    public void Evaluate(in EnergyPass pass) => energy.Evaluate(pass);

    public void EvaluateWithGradient(in EnergyPass pass) => energy.EvaluateWithGradient(pass);

    public void Dispose() => energy.Dispose();
}
