using FlowLab.Energies;

namespace FlowLab.Data;

/// <summary>A source of data points that live on the device.</summary>
public interface IDataset : IDisposable
{
    /// <summary>Dimension D of a point.</summary>
    int Dimension { get; }

    /// <summary>The square that figures show; null if there is none to show, as for data that is not two-dimensional.</summary>
    EnergyGrid? FigureGrid => null;

    /// <summary>Fills a batch; one launch.</summary>
    void Draw(in DataDraw draw);
}
