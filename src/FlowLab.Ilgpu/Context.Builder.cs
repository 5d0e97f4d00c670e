using ILGPU.Runtime;
using ILGPU.Runtime.CPU;

namespace ILGPU;

public sealed partial class Context
{
    /// <summary>Chooses the devices and settings of a context.</summary>
    public sealed class Builder : ContextProperties
    {
        private readonly List<Device> _devices = [];

        internal Builder()
        {
        }

        /// <summary>All devices, default settings.</summary>
        public Builder Default() => AllAccelerators();

        public Builder AllAccelerators() => this.DefaultCPU();

        public Builder AllAccelerators(Predicate<Device> predicate)
        {
            ArgumentNullException.ThrowIfNull(predicate);
            return this.CPU(device => predicate(device));
        }

        /// <inheritdoc cref="ContextProperties.EnableAssertions"/>
        public Builder Assertions()
        {
            EnableAssertions = true;
            return this;
        }

        public Builder Math(MathMode mathMode)
        {
            MathMode = mathMode;
            return this;
        }

        public Builder Optimize(OptimizationLevel level)
        {
            OptimizationLevel = level;
            return this;
        }

        /// <inheritdoc cref="ContextProperties.EnableProfiling"/>
        public Builder Profiling()
        {
            EnableProfiling = true;
            return this;
        }

        public Context ToContext() => new(this, [.. _devices]);

        internal void Add(Device device)
        {
            if (!_devices.Contains(device))
                _devices.Add(device);
        }
    }
}
