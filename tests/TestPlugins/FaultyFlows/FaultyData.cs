using FlowLab.Data;
using FlowLab.Plugins;

namespace FaultyFlows;

/// <summary>Data that are never read to their end.</summary>
[Dataset("endless-data", Summary = "Reads for ever when it is built.")]
public sealed class FaultyData : IDataset
{
    /// <summary>The fault: what never comes is waited for, so that no processor is taken from other tests.</summary>
    public FaultyData() => Thread.Sleep(Timeout.Infinite);

    public int Dimension => 2;

    public void Draw(in DataDraw draw)
    {
    }

    public void Dispose()
    {
    }
}
