using FlowLab.Kernels;

namespace FlowLab.Plugins.Datasets.Points;

/// <summary>Fills a batch from a table; one launch.</summary>
internal interface IPointGather
{
    /// <summary>Fills [R, D, B] with the points at the addresses.</summary>
    void Launch(int seeds, PointAddresses addresses, SampleView samples);
}
