namespace FlowLab.Plugins.Datasets.Formats;

/// <summary>Where the channels of an array with four axes are. A table always has them first, plane by plane.</summary>
public enum ChannelOrder
{
    /// <summary>[count, channels, height, width], as PyTorch has it.</summary>
    First,

    /// <summary>[count, height, width, channels], as TensorFlow has it.</summary>
    Last,
}
