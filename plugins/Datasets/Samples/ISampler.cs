using FlowLab.Random;

namespace FlowLab.Plugins.Datasets.Samples;

/// <summary>The kernel side of a sample set: a struct that holds the set's settings.</summary>
public interface ISampler
{
    /// <summary>Makes one point from 128 random bits.</summary>
    PlanePoint Sample(PhiloxBlock bits);
}
