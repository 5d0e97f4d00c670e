using FlowLab.Energies;
using FlowLab.Kernels;
using FlowLab.Plugins;
using ILGPU;
using ILGPU.Runtime;

namespace PlantedParts;

/// <summary>U = |z|^2 / 2 in two dimensions, right or with one mistake.</summary>
[Energy("planted-energy", Summary = "A Gaussian with a mistake of your choice.")]
public sealed class PlantedEnergy(PlantedEnergySettings settings, Accelerator accelerator) : IEnergy
{
    private readonly Action<Index2D, EnergyPass, int, int> _evaluate = accelerator.LoadAutoGroupedStreamKernel<Index2D, EnergyPass, int, int>(Evaluate);

    public int Dimension => 2;

    public EnergyGrid IntegrationGrid => settings.Mistake == PlantedEnergyMistake.GridSwapped ? new EnergyGrid(6, -6, 100) : FigureGrid;

    public EnergyGrid FigureGrid { get; } = new(-6, 6, 100);

    public static void Evaluate(Index2D at, EnergyPass pass, int withGradient, int mistake)
    {
        int seed = mistake == (int)PlantedEnergyMistake.OtherSeed ? 0 : at.Y;
        float x = pass.State.Row(seed, 0)[at.X], y = pass.State.Row(seed, 1)[at.X], energy = 0.5f * (x * x + y * y);
        if (mistake == (int)PlantedEnergyMistake.NanFarOut && energy > 1e6f)
            energy = float.NaN;
        int place = at.Y * pass.State.Batch + at.X;
        pass.Energy[place] = energy;
        if (mistake == (int)PlantedEnergyMistake.PastTheEnd && at.X == pass.State.Batch - 1)
            pass.Energy[place + 1] = energy;
        if (withGradient == 0)
            return;
        float scale = mistake == (int)PlantedEnergyMistake.ScaleIgnored ? 1f : mistake == (int)PlantedEnergyMistake.GradientSign ? -pass.GradientScale : pass.GradientScale;
        if (mistake == (int)PlantedEnergyMistake.GradientAccumulated)
        {
            pass.Gradient.Row(at.Y, 0)[at.X] += scale * x;
            pass.Gradient.Row(at.Y, 1)[at.X] += scale * y;
            return;
        }
        pass.Gradient.Row(at.Y, 0)[at.X] = scale * x;
        pass.Gradient.Row(at.Y, 1)[at.X] = scale * y;
    }

    public void Evaluate(in EnergyPass pass) => _evaluate(new Index2D(pass.State.Batch, pass.Seeds), pass, 0, (int)settings.Mistake);

    public void EvaluateWithGradient(in EnergyPass pass) => _evaluate(new Index2D(pass.State.Batch, pass.Seeds), pass, 1, (int)settings.Mistake);

    public void Dispose()
    {
    }
}
