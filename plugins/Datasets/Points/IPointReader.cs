namespace FlowLab.Plugins.Datasets.Points;

/// <summary>The kernel side of a table: a struct that reads a group of neighboring features of one point.</summary>
public interface IPointReader
{
    /// <summary>Features of a group, which one kernel instance handles.</summary>
    int GroupSize { get; }

    /// <summary>Reads a group of a point.</summary>
    void Read(PointAddress address, int group, FeatureWriter features);
}
