namespace FlowLab.Plugins.Datasets.Points;

/// <summary>How a table's points lie in the memory of the device.</summary>
public enum PointStorage
{
    /// <summary>One bit per feature, points padded to 32 bits.</summary>
    Bits,

    /// <summary>One byte per feature, points padded to four.</summary>
    Bytes,

    /// <summary>Four bytes per feature, points padded to four features.</summary>
    Floats,
}
